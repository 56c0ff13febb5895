using System.Collections.Concurrent;
using Npgsql;

namespace Pod.Database.Sessions;

/// <summary>Closed connection objects, kept because making one per statement is a fifth of what a small statement allocates.</summary>
internal sealed class ConnectionShells(NpgsqlDataSource dataSource)
{
    private const int Limit = 32;

    private readonly ConcurrentQueue<NpgsqlConnection> _idle = new();
    private NpgsqlConnection? _next;

    public NpgsqlConnection Take()
        => Interlocked.Exchange(ref _next, null) ?? (_idle.TryDequeue(out var connection) ? connection : dataSource.CreateConnection());

    public void Return(NpgsqlConnection connection)
    {
        if (Interlocked.CompareExchange(ref _next, connection, null) is not null && _idle.Count < Limit)
        {
            _idle.Enqueue(connection);
        }
    }
}
