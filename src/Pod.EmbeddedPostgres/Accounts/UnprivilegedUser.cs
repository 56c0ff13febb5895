using System.Globalization;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Accounts;

/// <summary>Chooses the account that PostgreSQL runs under.</summary>
internal sealed class UnprivilegedUser(EmbeddedPostgresOptions options)
{
    private static readonly string[] Usual = ["postgres", "_postgres", "nobody"];
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <param name="places">The data folders from the innermost; the first existing one (or its nearest existing parent) may already belong to somebody.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<ServerAccount> ChooseAsync(IEnumerable<string> places, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return ServerAccount.Current;
        }

        if (options.UnprivilegedUser is { } configured)
        {
            return await FindAsync(configured, cancellationToken).ConfigureAwait(false)
                ?? throw new EmbeddedPostgresException($"The user '{configured}' named by {nameof(options.UnprivilegedUser)} does not exist or is root.");
        }

        if (await OwnerOfAsync(places, cancellationToken).ConfigureAwait(false) is { } owner)
        {
            return owner;
        }

        foreach (var name in Usual)
        {
            if (await FindAsync(name, cancellationToken).ConfigureAwait(false) is { } account)
            {
                return account;
            }
        }

        throw new EmbeddedPostgresException(
            $"This process runs as root, which PostgreSQL refuses, and none of the users {string.Join(", ", Usual)} exists. "
            + $"Create one (useradd --system postgres), name another in {nameof(options.UnprivilegedUser)}, or start the application as an ordinary user.");
    }

    // A checkout that belongs to a developer stays the developer's when its tests are started with sudo.
    private async Task<ServerAccount?> OwnerOfAsync(IEnumerable<string> places, CancellationToken cancellationToken)
    {
        foreach (var place in places)
        {
            if (await FileOwner.OfAsync(place, options.TimeProvider, cancellationToken).ConfigureAwait(false) is { } file)
            {
                var user = file.User.ToString(CultureInfo.InvariantCulture);
                return file.User == 0 || await FindAsync(user, cancellationToken).ConfigureAwait(false) is not { } owner
                    ? null
                    : owner with { OwnsSurroundings = true };
            }
        }

        return null;
    }

    private async Task<ServerAccount?> FindAsync(string nameOrNumber, CancellationToken cancellationToken)
    {
        var name = await AskAsync("-nu", nameOrNumber, cancellationToken).ConfigureAwait(false);
        return name is not null
            && uint.TryParse(await AskAsync("-u", name, cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture, out var user)
            && uint.TryParse(await AskAsync("-g", name, cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture, out var group)
            && user != 0
                ? new ServerAccount(name, user, group)
                : null;
    }

    private async Task<string?> AskAsync(string what, string user, CancellationToken cancellationToken)
    {
        var answer = await new Command("id", what, user).RunAsync(Timeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return answer.Succeeded ? answer.Output.Trim() : null;
    }
}
