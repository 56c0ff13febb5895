using System.Net;
using System.Net.Sockets;
using Npgsql;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Lifetime;

public sealed class TcpTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Port_wants_the_password_and_the_socket_still_does_not()
    {
        // Made without a port first: its own rules would trust everybody on the machine.
        await (await _folder.StartAsync()).DisposeAsync();

        await using var server = await StartAsync(password: null);
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        var found = EmbeddedPostgresServer.FindConnectionString(_folder.Data);

        Assert.Equal("127.0.0.1", address.Host);
        Assert.Equal("pod", await Sql.ReadAsync(server.ConnectionString, "SELECT current_database()"));
        Assert.Equal(server.ConnectionString, found);
        address.Password = "wrong";
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.ReadAsync(address.ConnectionString, "SELECT 1"));
        Assert.Equal("28P01", refused.SqlState);
    }

    [Fact]
    public async Task Password_is_kept_and_can_be_changed()
    {
        const string odd = "it's; \"odd\" \\ = pass";
        string first;
        await using (var server = await StartAsync(password: null))
        {
            first = server.ConnectionString;
        }

        await using (var server = await StartAsync(password: null))
        {
            Assert.Equal(PasswordOf(first), PasswordOf(server.ConnectionString));
            Assert.Equal((UnixFileMode)Convert.ToInt32("600", 8), File.GetUnixFileMode(_folder.At("data/password")));
        }

        await using (var server = await StartAsync(odd))
        {
            Assert.Equal(odd, PasswordOf(server.ConnectionString));
            Assert.Equal("1", await Sql.ReadAsync(server.ConnectionString, "SELECT 1"));
        }

        static string? PasswordOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Password;
    }

    [Fact]
    public async Task Taken_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(null, port));

        Assert.Contains($"port {port} of 127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(65536, null)]
    [InlineData(5432, "")]
    [InlineData(5432, "two\nlines")]
    public async Task Impossible_port_or_password_is_refused(int port, string? password) =>
        await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(password, port));

    public void Dispose() => _folder.Dispose();

    private Task<EmbeddedPostgresServer> StartAsync(string? password, int? port = null) => EmbeddedPostgresServer.StartAsync(
        new EmbeddedPostgresOptions { DataDirectory = _folder.Data, AllowDownload = false, Port = port ?? FreePort(), Password = password });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
