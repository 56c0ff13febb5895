using Pod.Database;
using Pod.Protocol;
using Pod.Schema;

namespace Pod.Runtime;

/// <summary>What the generator knows about an application's server. The generated class derives from this one.</summary>
public abstract class PodServerProtocol
{
    /// <summary>The models that travel. Server-only models are not among them: an exception of that kind reaches callers as a bare 500.</summary>
    public abstract ModelRegistry Models { get; }

    /// <summary>All endpoints that can be called.</summary>
    public abstract IReadOnlyList<EndpointDescriptor> Endpoints { get; }

    /// <summary>The tables of all models; empty when the application stores nothing, which then needs no database.</summary>
    public virtual IReadOnlyList<Table> Tables => [];

    /// <summary>The database that the tables were generated for; a start compares it with the one that is there.</summary>
    /// <value>A schema without tables by default, which fits every database.</value>
    public virtual DatabaseSchema Schema => DatabaseSchema.Empty("");
}
