using System.Net;
using System.Net.Sockets;

namespace Pod.EmbeddedPostgres.Connections;

/// <summary>
/// Ports of the loopback interface. Another program can take one between the look and the start; then the start fails with the server's own words.
/// </summary>
internal static class LoopbackPort
{
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="EmbeddedPostgresException">Something listens on the port.</exception>
    public static void RefuseTaken(int? port)
    {
        if (port is not { } number)
        {
            return;
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, number);
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new EmbeddedPostgresException($"PostgreSQL cannot listen on port {number} of {ServerAddress.TcpHost}: {exception.Message}. Choose another port.", exception);
        }
    }
}
