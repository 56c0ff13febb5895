namespace Pod.Schema;

/// <summary>A whole database: what the models of a project and its modules ask for.</summary>
/// <param name="Module">The project's own module name, for example <c>helpdesk</c>.</param>
/// <param name="Tables">All tables, sorted by name.</param>
/// <param name="Enums">All enums that columns store, sorted by name.</param>
public sealed record DatabaseSchema(string Module, ValueList<TableSchema> Tables, ValueList<EnumSchema> Enums)
{
    /// <summary>Gets the modules whose tables are among these, as far as they have migrations of their own; sorted by name.</summary>
    public ValueList<InstalledModule> InstalledModules { get; init; } = [];

    /// <summary>Gets the schema of a project without tables.</summary>
    /// <param name="module">The project's module name.</param>
    public static DatabaseSchema Empty(string module) => new(module, [], []);

    /// <summary>Gives the schema without the tables of modules.</summary>
    public DatabaseSchema OwnTables() => this with { Tables = Tables.Where(table => table.Module == Module).ToValueList(), InstalledModules = [] };

    /// <summary>Finds a table by its exact name.</summary>
    /// <param name="name">The table name.</param>
    /// <returns>The table, or null when there is none.</returns>
    public TableSchema? FindTable(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
