using Pod.Runtime.Caching;
using Pod.Runtime.Database;
using Pod.Runtime.Messages.Delivery;
using Pod.Runtime.Sessions;

namespace Pod.Testing.Scopes;

/// <summary>What sessions have that no test caused, and where those of a test find theirs.</summary>
internal sealed class HostResources(ServerDatabase database, ServerMessages messages, ServerCaches caches, TimeProvider time)
    : SessionResources(database, messages, caches, time)
{
    public override SessionResources ForNewSession() => PodTestScope.Current?.Resources ?? (SessionResources)this;
}
