using Pod.Database;
using Pod.Protocol;
using Pod.Schema;

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

    /// <summary>The database that the application's own tables were generated for; a start compares it with the one that is there.</summary>
    /// <value>A schema without tables by default, which fits every database.</value>
    public virtual DatabaseSchema Schema => DatabaseSchema.Empty("");

    /// <summary>The OpenAPI document of all calls, modules included, as JSON.</summary>
    /// <value>Null by default: none is served.</value>
    public virtual string? OpenApi => null;

    /// <summary>The endpoints of the application and its modules.</summary>
    internal IEnumerable<EndpointDescriptor> AllEndpoints => Endpoints.Concat(Modules.SelectMany(static module => module.AllEndpoints));

    /// <summary>The tables of the application and its modules; an application without any needs no database.</summary>
    internal IEnumerable<Table> AllTables => Tables.Concat(Modules.SelectMany(static module => module.AllTables));

    /// <summary>The database of the application and its modules.</summary>
    internal DatabaseSchema CompleteSchema => Schema with
    {
        Tables = Schema.Tables.Concat(Modules.SelectMany(static module => module.CompleteSchema.Tables)).DistinctBy(static table => table.Name).ToValueList(),
    };
}
