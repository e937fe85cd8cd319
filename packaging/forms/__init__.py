"""Archives, the self-extracting file, packages and the installer that go round a program folder."""
