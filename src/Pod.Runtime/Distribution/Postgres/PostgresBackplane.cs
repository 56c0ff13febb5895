using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Pod.Runtime.Database;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Distribution.Postgres;

/// <summary>
/// Messages by <c>NOTIFY</c> and <c>LISTEN</c>. One connection does nothing but listen; when it is lost, it is opened again and listens to the same
/// channels.
/// </summary>
internal sealed class PostgresBackplane(ServerDatabase database, IHostEnvironment environment, TimeProvider time, SessionLogger logger)
    : IMessageBackplane, IAsyncDisposable
{
    private const string Notify = "SELECT pg_notify($1, part) FROM unnest($2) WITH ORDINALITY AS parts(part, number) ORDER BY number";
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ListenTimeout = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<ListenChange> _changes = new();
    private readonly HashSet<string> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NotificationParts> _parts = new(StringComparer.Ordinal);
    private readonly string _application = $"{environment.ApplicationName}:{environment.EnvironmentName}:";
    private Action<string, ReadOnlyMemory<byte>> _received = static (_, _) => { };
    private Action _missed = static () => { };
    private CancellationTokenSource _wake = new();
    private Task _listening = Task.CompletedTask;

    public bool IsActive => true;

    public void Start(Action<string, ReadOnlyMemory<byte>> received, Action missed)
    {
        _received = received;
        _missed = missed;
        _listening = Task.Run(ListenAsync);
    }

    public async Task PublishAsync(string channel, ReadOnlyMemory<byte> frame)
    {
        using var patience = new CancellationTokenSource(PublishTimeout, time);
        try
        {
            var command = database.Required.DataSource.CreateCommand(Notify);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Physical(channel) });
                command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = NotificationParts.Cut(_application + channel, frame.Span) });
                await command.ExecuteNonQueryAsync(patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            throw new BackplaneException($"PostgreSQL did not take it: {e.Message}", e);
        }
    }

    public Task SubscribeAsync(string channel) => ChangeAsync(new ListenChange(Physical(channel), IsWanted: true));

    public Task UnsubscribeAsync(string channel) => ChangeAsync(new ListenChange(Physical(channel), IsWanted: false));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _wake.Dispose();
        _stopping.Dispose();
    }

    private async Task ChangeAsync(ListenChange change)
    {
        _changes.Enqueue(change);
        await _wake.CancelAsync().ConfigureAwait(false);
        try
        {
            await change.Done.Task.WaitAsync(ListenTimeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Without a connection: it is done when there is one again.
        }
    }

    private async Task ListenAsync()
    {
        var pause = FirstPause;
        for (var isFirst = true; !_stopping.IsCancellationRequested;)
        {
            try
            {
                var connection = await database.Required.DataSource.OpenConnectionAsync(_stopping.Token).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    connection.Notification += (_, notification) => Receive(notification.Channel, notification.Payload);
                    await BeginAsync(connection).ConfigureAwait(false);
                    pause = FirstPause;
                    if (!isFirst)
                    {
                        _missed();
                    }

                    isFirst = false;
                    await ListenAsync(connection).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException && !_stopping.IsCancellationRequested)
            {
                isFirst = false;
                logger.Logger.ListeningFailed(e);
            }

            await Task.Delay(pause, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task BeginAsync(NpgsqlConnection connection)
    {
        _parts.Clear();
        if (_channels.Count > 0)
        {
            await ExecuteAsync(connection, string.Join(';', _channels.Select(static physical => $"LISTEN {physical}"))).ConfigureAwait(false);
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection)
    {
        while (true)
        {
            // A change that comes while the others are made finds the new source and ends the wait.
            var wake = new CancellationTokenSource();
            Volatile.Write(ref _wake, wake);
            while (_changes.TryPeek(out var change))
            {
                await ExecuteAsync(connection, $"{(change.IsWanted ? "LISTEN" : "UNLISTEN")} {change.Physical}").ConfigureAwait(false);
                _ = change.IsWanted ? _channels.Add(change.Physical) : _channels.Remove(change.Physical);
                _changes.TryDequeue(out _);
                change.Done.TrySetResult();
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, wake.Token);
            try
            {
                await connection.WaitAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!_stopping.IsCancellationRequested)
            {
                // There are changes.
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text)
    {
        var command = new NpgsqlCommand(text, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    private void Receive(string physical, string payload)
    {
        if (!_parts.TryGetValue(physical, out var parts))
        {
            parts = new NotificationParts();
            _parts.Add(physical, parts);
        }

        // Two channels may share a physical one; subscribers are found by the channel that the frame names.
        if (parts.TryAdd(payload, out var channel, out var frame) && channel.StartsWith(_application, StringComparison.Ordinal))
        {
            _received(channel[_application.Length..], frame);
        }
    }

    private string Physical(string channel)
        => "pod_m_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_application + channel)).AsSpan(0, 8));
}
