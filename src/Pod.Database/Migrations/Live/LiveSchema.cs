using Pod.Schema;

namespace Pod.Database.Migrations.Live;

/// <summary>One schema of a database, as its catalogue describes it.</summary>
/// <param name="Name">The schema's name: the first of the connection's search path.</param>
/// <param name="Extensions">The extensions of the database.</param>
/// <param name="Tables">The tables, sorted by name, without the migration history and those of extensions.</param>
internal sealed record LiveSchema(string Name, IReadOnlySet<string> Extensions, IReadOnlyList<LiveTable> Tables)
{
    public LiveTable? FindTable(string name) => Tables.FirstOrDefault(table => table.Name == name);

    public DatabaseSchema ToSchema() => new(Module: "", Tables.Select(table => table.ToSchema(Name)).ToValueList(), Enums: []);
}
