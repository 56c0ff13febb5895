using System.Net.Sockets;
using Pod.EmbeddedPostgres.Cluster;

namespace Pod.EmbeddedPostgres.Connections;

/// <summary>
/// Proves that the server accepts connections, creates the database when it is missing (dropped by the user, or newly named in the options), and sets the
/// password of a server that listens on TCP.
/// </summary>
internal sealed class DatabaseCreator(ServerAddress address, EmbeddedPostgresOptions options)
{
    private const string MaintenanceDatabase = "postgres";

    public async Task EnsureAsync(string database, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.StartTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            if (!await ExistsAsync(database, either.Token).ConfigureAwait(false))
            {
                await ExecuteAsync($"CREATE DATABASE {SqlName.Quote(database)}", either.Token).ConfigureAwait(false);
            }

            if (address.Password is { } password)
            {
                await ExecuteAsync($"ALTER ROLE {ServerAddress.User} PASSWORD {SqlName.QuoteText(password)}", either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddedPostgresException($"PostgreSQL did not answer on '{address.SocketFile}' within {options.StartTimeout.TotalSeconds:0} seconds.");
        }
        catch (Exception exception) when (exception is WireException or IOException or SocketException)
        {
            throw new EmbeddedPostgresException($"The database '{database}' could not be opened or created on '{address.SocketFile}': {exception.Message}", exception);
        }
    }

    private async Task<bool> ExistsAsync(string database, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = await WireConnection.OpenAsync(address.SocketFile, ServerAddress.User, database, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (WireException exception) when (exception.SqlState == WireException.DatabaseDoesNotExist)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        using var connection = await WireConnection.OpenAsync(address.SocketFile, ServerAddress.User, MaintenanceDatabase, cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        }
        catch (WireException exception) when (exception.SqlState == WireException.DatabaseAlreadyExists)
        {
        }
    }
}
