using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Pod.EmbeddedPostgres.Connections;

/// <summary>
/// As much of PostgreSQL's protocol as it takes to log in without a password and run a statement without result, so that this library needs no driver.
/// </summary>
internal sealed class WireConnection : IDisposable
{
    private const int ProtocolVersion = 3 << 16;
    private const int HeaderLength = 5;

    private readonly NetworkStream _stream;

    private WireConnection(Socket socket) => _stream = new NetworkStream(socket, ownsSocket: true);

    public static async Task<WireConnection> OpenAsync(string socketFile, string user, string database, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketFile), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var connection = new WireConnection(socket);
        try
        {
            await connection.SendAsync(null, Startup(user, database), cancellationToken).ConfigureAwait(false);
            await connection.ReadUntilReadyAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await SendAsync('Q', Encoding.UTF8.GetBytes(statement + '\0'), cancellationToken).ConfigureAwait(false);
        await ReadUntilReadyAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _stream.Dispose();

    private static byte[] Startup(string user, string database)
    {
        var text = Encoding.UTF8.GetBytes($"user\0{user}\0database\0{database}\0\0");
        var message = new byte[sizeof(int) + text.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, ProtocolVersion);
        text.CopyTo(message, sizeof(int));
        return message;
    }

    // Message: type (absent in the first one), length including itself, content.
    private async Task SendAsync(char? type, byte[] content, CancellationToken cancellationToken)
    {
        var start = type is null ? 0 : 1;
        var message = new byte[start + sizeof(int) + content.Length];
        if (type is { } character)
        {
            message[0] = (byte)character;
        }

        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(start), sizeof(int) + content.Length);
        content.CopyTo(message, start + sizeof(int));
        await _stream.WriteAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadUntilReadyAsync(CancellationToken cancellationToken)
    {
        WireException? failure = null;
        var header = new byte[HeaderLength];
        while (true)
        {
            try
            {
                await _stream.ReadExactlyAsync(header, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException) when (failure is not null)
            {
                // After a refused login the server hangs up.
                throw failure;
            }

            var content = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - sizeof(int)];
            await _stream.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
            switch ((char)header[0])
            {
                case 'E':
                    failure = ReadError(content);
                    break;
                case 'R' when BinaryPrimitives.ReadInt32BigEndian(content) != 0:
                    throw new WireException("28000", "The server asks for a password, although its socket is private (was pg_hba.conf changed?).");
                case 'Z' when failure is not null:
                    throw failure;
                case 'Z':
                    return;
            }
        }
    }

    // Fields: a letter and a text ending in zero; C is the SQLSTATE, M the message.
    private static WireException ReadError(byte[] content)
    {
        var fields = Encoding.UTF8.GetString(content).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return new WireException(Field('C'), Field('M'));

        string Field(char letter) => fields.FirstOrDefault(field => field[0] == letter)?[1..] ?? "";
    }
}
