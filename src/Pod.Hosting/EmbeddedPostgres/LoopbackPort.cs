using System.Net;
using System.Net.Sockets;

namespace Pod.Hosting;

/// <summary>Ports of the loopback interface.</summary>
internal static class LoopbackPort
{
    /// <summary>Finds one that nothing listens on now. If something takes it before the start, the process says so.</summary>
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
