using Pod.Database;
using Pod.Runtime.Caching;
using Pod.Runtime.Database;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Sessions;

/// <summary>What sessions share: the database, the messages, the caches and the clock. A host of tests gives the sessions of each test their own.</summary>
internal class SessionResources(ServerDatabase database, ServerMessages messages, ServerCaches caches, TimeProvider time)
{
    public virtual PodDatabase Database => database.Required;

    public virtual ServerMessages Messages => messages;

    public virtual PodCaches Caches => caches.Caches;

    public virtual TimeProvider Time => time;

    /// <summary>What a session that is opened now gets for its whole life.</summary>
    public virtual SessionResources ForNewSession() => this;

    /// <summary>A session was opened with these.</summary>
    public virtual void Opened(Session session)
    {
    }
}
