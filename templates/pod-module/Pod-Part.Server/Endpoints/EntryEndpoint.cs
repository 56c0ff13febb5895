using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Pod_Part.Server;

/// <summary>Writes things down.</summary>
[AllowAnonymous]
public sealed class EntryEndpoint(IOptions<PodPartOptions> options) : Endpoint
{
    /// <summary>Writes something down.</summary>
    /// <param name="text">What; cut where the settings say.</param>
    public Task<Entry> Add(Session session, string text) =>
        Entry.Db.InsertRowAsync(session, new Entry { Text = text[..Math.Min(text.Length, options.Value.MaxLength)] });

    /// <summary>Lists the newest entries, the newest first.</summary>
    public Task<List<Entry>> Recent(Session session, CancellationToken cancellationToken = default) =>
        Entry.Db.FindAsync(session, orderBy: t => t.Id.Desc(), limit: options.Value.MaxRecent, cancellationToken: cancellationToken);
}
