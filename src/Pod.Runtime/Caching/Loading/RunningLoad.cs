using System.Diagnostics.CodeAnalysis;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Caching.Loading;

/// <summary>One run of a loader and the callers who wait for it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing, and its last user is not known.")]
internal sealed class RunningLoad<T>(string key, IReadOnlyList<string> groups) : IRunningLoad
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _abandoned = new();
    private readonly TaskCompletionSource<(T Result, ReadOnlyMemory<byte> Json)> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private bool _isOver;
    private volatile bool _isForgotten;

    public string Key => key;

    public IReadOnlyList<string> Groups => groups;

    public bool IsForgotten => _isForgotten;

    public void Forget() => _isForgotten = true;

    /// <summary>Adds a caller; false when the load has ended or was given up.</summary>
    public bool TryJoin()
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return false;
            }

            _waiting++;
            return true;
        }
    }

    public void Start(Func<CancellationToken, Task<T>> load, Func<T, Task<ReadOnlyMemory<byte>>> store, RunningLoads loads) => _ = RunAsync(load, store, loads);

    /// <summary>Waits for the result. Whoever did not start the load gets a copy.</summary>
    public async Task<T> WaitAsync(JsonCodec<T> codec, bool isOwn, CancellationToken cancellationToken)
    {
        try
        {
            var (result, json) = await _completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return isOwn || json.IsEmpty ? result : PodJson.Decode(codec, json.Span, JsonAudience.Everything);
        }
        finally
        {
            Leave();
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task<T>> load, Func<T, Task<ReadOnlyMemory<byte>>> store, RunningLoads loads)
    {
        using var scope = loads.Enter(key);
        using var activity = RuntimeActivities.StartCacheLoad();
        try
        {
            var result = await load(_abandoned.Token).ConfigureAwait(false);
            var json = await store(result).ConfigureAwait(false);
            End(loads);
            _completion.SetResult((result, json));
        }
        catch (OperationCanceledException e) when (_abandoned.IsCancellationRequested)
        {
            End(loads);
            _completion.SetCanceled(e.CancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, those who wait get it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            End(loads);
            _completion.SetException(e);
            // Nobody may be left to look at it.
            _ = _completion.Task.Exception;
        }
    }

    private void End(RunningLoads loads)
    {
        lock (_gate)
        {
            _isOver = true;
        }

        loads.Remove(this);
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_waiting > 0 || _isOver)
            {
                return;
            }

            _isOver = true;
        }

        _abandoned.Cancel();
    }
}
