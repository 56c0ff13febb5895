using Pod.Database;
using Pod.Protocol;

namespace Pod.Runtime;

/// <summary>What the generator knows about an application's server. The generated class derives from this one.</summary>
public abstract class PodServerProtocol
{
    /// <summary>The models that travel. Server-only models are not among them: an exception of that kind reaches callers as a bare 500.</summary>
    public abstract ModelRegistry Models { get; }

    /// <summary>The modules that the application uses.</summary>
    public virtual IReadOnlyList<PodServerProtocol> Modules => [];

    /// <summary>The application's own endpoints.</summary>
    public abstract IReadOnlyList<EndpointDescriptor> Endpoints { get; }

    /// <summary>The tables of the application's own models.</summary>
    public virtual IReadOnlyList<Table> Tables => [];

    /// <summary>The endpoints of the application and its modules.</summary>
    internal IEnumerable<EndpointDescriptor> AllEndpoints => Endpoints.Concat(Modules.SelectMany(static module => module.AllEndpoints));

    /// <summary>The tables of the application and its modules; an application without any needs no database.</summary>
    internal IEnumerable<Table> AllTables => Tables.Concat(Modules.SelectMany(static module => module.AllTables));
}
