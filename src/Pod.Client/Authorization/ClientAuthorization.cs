namespace Pod.Client.Authorization;

/// <summary>Hands out credentials, and lets calls that were refused together share one refresh.</summary>
internal sealed class ClientAuthorization(IPodAuthProvider? provider)
{
    private readonly Lock _gate = new();
    private Task<bool>? _refresh;

    public ValueTask<string?> GetAsync(CallTraits traits, CancellationToken cancellationToken)
        => provider is null || traits.HasFlag(CallTraits.Unauthenticated) ? default : provider.GetAuthorizationAsync(cancellationToken);

    /// <summary>Tells whether a call that was refused has better credentials now.</summary>
    public async Task<bool> RenewAsync(CallTraits traits, string? refused, CancellationToken cancellationToken)
    {
        if (provider is not IPodRefreshingAuthProvider refreshing || traits.HasFlag(CallTraits.Unauthenticated))
        {
            return false;
        }

        // Somebody else may have refreshed while this call was on its way.
        if (await provider.GetAuthorizationAsync(cancellationToken).ConfigureAwait(false) is { } current && current != refused)
        {
            return true;
        }

        Task<bool> refresh;
        lock (_gate)
        {
            refresh = _refresh ??= RefreshAsync(refreshing);
        }

        return await refresh.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> RefreshAsync(IPodRefreshingAuthProvider refreshing)
    {
        // Not under the lock of whoever asks first.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            return await refreshing.RefreshAsync().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _refresh = null;
            }
        }
    }
}
