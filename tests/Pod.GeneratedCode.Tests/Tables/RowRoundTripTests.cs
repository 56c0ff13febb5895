using Pod.GeneratedCode.Tests.Support;
using Pod.Protocol;

namespace Pod.GeneratedCode.Tests.Tables;

/// <summary>Random rows of every table that stands alone come back from PostgreSQL as they were.</summary>
public sealed class RowRoundTripTests(SampleDatabase database) : IClassFixture<SampleDatabase>
{
    [Fact]
    public async Task Every_value_of_every_type_is_stored_and_read_in_every_position()
    {
        // Not where an absent value becomes the column's default, where a column rounds, or where a concurrency token starts at 1 whatever it was.
        var types = database.Schema.OwnTables().Tables
            .Where(static table => table.Managed && table.ForeignKeys.Count == 0 && !table.Columns.Any(static column => column is { Nullable: true, Default: not null } || column.Type.Contains('(')))
            .Select(static table => (Table: table, Type: typeof(Sample.Server.Everything).Assembly.GetType($"Sample.Server.{table.Model}", throwOnError: true)!))
            .Where(static pair => MembersOf(pair.Type).Count() == pair.Table.Columns.Count)
            .Select(static pair => pair.Type)
            .Where(static type => type != typeof(Sample.Server.SecretNote))
            .ToList();
        Assert.True(types.Count > 25);
        foreach (var type in types)
        {
            for (var seed = 1; seed <= 20; seed++)
            {
                dynamic row = new RandomModels(seed).Model(type);
                dynamic repository = type.GetProperty("Db")!.GetValue(null)!;

                IPodModel returned = await repository.InsertRowAsync(database.Session, row);
                IPodModel found = await repository.FindByIdAsync(database.Session, row.Id);

                Assert.True(DeepEquality.AreEqual(row, returned), $"{type.Name}, seed {seed}, returned: {row}\n{returned}");
                Assert.True(DeepEquality.AreEqual(row, found), $"{type.Name}, seed {seed}, found: {row}\n{found}");
            }
        }
    }

    private static IEnumerable<string> MembersOf(Type type) =>
        type.GetProperties().Where(static property => property.SetMethod is { IsStatic: false }).Select(static property => property.Name);
}
