package org.chainrule.kernel.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

class PomCellTest {
    @Test
    void bareElementsBecomeAPom() throws Exception {
        Model model = read("""
                <repository><id>mine</id><url>https://example.org/maven</url></repository>
                <dependency><groupId>a</groupId><artifactId>b</artifactId><version>1</version></dependency>
                <dependency><groupId>c</groupId><artifactId>d</artifactId><version>2</version></dependency>
                """);
        assertEquals("a:b:jar", model.getDependencies().get(0).getManagementKey());
        assertEquals("c:d:jar", model.getDependencies().get(1).getManagementKey());
        assertEquals("mine", model.getRepositories().get(0).getId());
        assertEquals("4.0.0", model.getModelVersion());
    }

    @Test
    void listsAreKept() throws Exception {
        Model model = read("""
                <dependencies>
                  <dependency><groupId>a</groupId><artifactId>b</artifactId><version>1</version></dependency>
                </dependencies>""");
        assertEquals(1, model.getDependencies().size());
    }

    @Test
    void aWholePomKeepsItsNames() throws Exception {
        Model model = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- a comment -->
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <groupId>g</groupId><artifactId>art</artifactId><version>7</version>
                </project>""");
        assertEquals("g:art:pom:7", model.getId());
    }

    @Test
    void versionAndGroupComeFromTheParent() throws Exception {
        Model model = read("""
                <parent><groupId>p</groupId><artifactId>q</artifactId><version>3</version></parent>""");
        assertEquals(null, model.getVersion());
        assertEquals("3", model.getParent().getVersion());
    }

    @Test
    void whatIsNotXmlIsSaidInOneLine() {
        var error = assertThrows(IllegalArgumentException.class, () -> PomCell.toPom("<dependency>"));
        assertTrue(error.getMessage().startsWith("loadFromPOM got a cell that is not XML: "), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
    }

    private static Model read(String cell) throws IOException, XmlPullParserException {
        return new MavenXpp3Reader().read(new StringReader(PomCell.toPom(cell)));
    }
}
