package org.chainrule.kernel.evaluation;

import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Puts calls of {@link CellGuard} into the compiled code of cells: where everything is caught, in place of {@code
 * System.exit}, and on a Java that cannot stop a thread from outside, in every method and loop and where something is printed.
 */
final class CellWeaver {
    private static final String GUARD = Type.getInternalName(CellGuard.class);
    private static final String SYSTEM = "java/lang/System";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final Set<String> CATCH_ALL =
            Set.of("java/lang/Throwable", "java/lang/Error", "java/lang/ThreadDeath");

    private CellWeaver() {}

    /** The class with the calls in it. */
    static byte[] weave(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new Body(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** One method. */
    private static final class Body extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();
        private final Set<Label> catchAlls = new HashSet<>();
        private boolean caught;

        Body(MethodVisitor writer) {
            super(ASM9, writer);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            super.visitTryCatchBlock(start, end, handler, type);
            if (type != null && CATCH_ALL.contains(type)) {
                catchAlls.add(handler);
            }
        }

        @Override
        public void visitLabel(Label label) {
            super.visitLabel(label);
            passed.add(label);
            caught |= catchAlls.contains(label);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            if (caught && opcode == ASTORE) { // where javac's handlers begin
                super.visitInsn(DUP);
                call("caught", "(Ljava/lang/Throwable;)V");
            }
            caught = false;
            super.visitVarInsn(opcode, variable);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        /** Where something is printed, too: statements that print are one after another in one method. */
        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (owner.equals(SYSTEM)) {
                check();
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (endsProcess(owner, name)) {
                call("exit", owner.equals(SYSTEM) ? descriptor : "(Ljava/lang/Runtime;I)V");
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] replaced = arguments.clone();
            for (int i = 0; i < replaced.length; i++) {
                if (replaced[i] instanceof Handle method && endsProcess(method.getOwner(), method.getName())) {
                    String type = method.getOwner().equals(SYSTEM) ? method.getDesc() : "(Ljava/lang/Runtime;I)V";
                    replaced[i] = new Handle(org.objectweb.asm.Opcodes.H_INVOKESTATIC, GUARD, "exit", type, false);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
        }

        private static boolean endsProcess(String owner, String name) {
            return owner.equals(SYSTEM) && name.equals("exit")
                    || owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt"));
        }

        private void check() {
            if (CellThreads.needsChecks()) {
                call("check", "()V");
            }
        }

        private void call(String method, String descriptor) {
            super.visitMethodInsn(INVOKESTATIC, GUARD, method, descriptor, false);
        }
    }
}
