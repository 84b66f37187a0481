"""How Voilà serves the lessons: to this machine only, with an end to idle kernels and a limit to memory."""

import contextlib
import os
import sys

c = get_config()  # noqa: F821 - Jupyter hands it to its configuration files

c.VoilaConfiguration.template = "lessons"
c.VoilaConfiguration.classic_tree = True
# Our button for JupyterLab's toolbar: an app has none.
c.VoilaConfiguration.extension_denylist = ["medication-psychotherapy-toolkit"]

# A page that is left ends its kernel. Where it cannot say so (a lid is closed, a cable pulled), the kernel is ended after twenty
# minutes without a page. While a page is open its kernel stays, however long people talk: the answers given are in it.
c.MappingKernelManager.cull_idle_timeout = 1200
c.MappingKernelManager.cull_interval = 60
c.MappingKernelManager.cull_connected = False

# A client that speaks the kernels' older protocol can make the server pile up messages without end. The server and each kernel
# get no more than 4 GiB, so that one of them may fall but never the machine. (macOS knows the call and ignores it.)
if sys.platform != "win32":
    import resource

    with contextlib.suppress(ValueError):  # somebody has set a lower one
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))

# A thread for every processor in every kernel would be slower for a room, and takes room of its own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
