"""Jupyter's own conformance suite, with every sample it can take."""

import os
import tempfile

import jupyter_kernel_test

SECONDS = 15


class ConformanceTest(jupyter_kernel_test.KernelTests):
    kernel_name = "chainrule"
    language_name = "java"
    file_extension = ".jshell"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oh");'
    code_generate_error = "int[] none = {};\nnone[1]"
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "new double[] {0.5, 1}", "result": "[0.5, 1.0]"},
    ]
    code_display_data = [
        {"code": 'display("shown");', "mime": "text/plain"},
        {"code": 'display("<b>shown</b>", "text/html");', "mime": "text/html"},
    ]
    code_clear_output = "clearOutput();"
    code_inspect_sample = "Math.max"

    completion_samples = [
        {"text": "System.out.printl", "matches": {"println("}},
        {"text": "network().inp", "matches": {"inputs("}},
    ]
    complete_code_samples = ["1 + 2", "int a = 1;", "int twice(int n) {\n    return 2 * n;\n}", ""]
    incomplete_code_samples = ["int twice(int n) {", 'String s = """', "/* begun"]
    invalid_code_samples = ["int a = );", "}"]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 +*"

    @classmethod
    def setUpClass(cls):
        """With a history of its own, since the suite counts what it finds there."""
        cls.folder = tempfile.TemporaryDirectory()
        os.environ["CHAINRULE_HISTORY"] = cls.folder.name
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        del os.environ["CHAINRULE_HISTORY"]
        cls.folder.cleanup()

    code_page_something = "Math.max?"

    def execute_helper(self, *arguments, **options):
        """The suite waits 0.1 s for each message; that a machine is busy is no fault of the kernel."""
        channel = self.kc.iopub_channel
        impatient = channel.get_msg
        channel.get_msg = lambda timeout=None: impatient(timeout=SECONDS)
        try:
            return super().execute_helper(*arguments, **options)
        finally:
            channel.get_msg = impatient
