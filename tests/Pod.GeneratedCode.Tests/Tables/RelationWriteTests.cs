using System.Collections.Concurrent;
using System.Diagnostics;
using Pod.Database;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Tables;

/// <summary>Generated attachments write the right key of the right table. What becomes of the statements is tested with the ORM.</summary>
public sealed class RelationWriteTests : IAsyncDisposable
{
    private static readonly Company Company = new() { Id = 1, Name = "c" };
    private static readonly Person Person = new() { Id = 2, Name = "p" };
    private static readonly Town Town = new() { Id = 3, Name = "t" };
    private static readonly Address Address = new() { Id = 4, Street = "a" };

    private readonly ConcurrentQueue<string> _statements = new();
    private readonly DatabaseSession _nowhere = new("Host=/nowhere;Database=none");
    private readonly ActivityListener _listener;

    public RelationWriteTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Pod.Database",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _statements.Enqueue((string)activity.GetTagItem("db.query.text")!),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task Each_relation_writes_its_own_key()
    {
        await Writes("company", "townId", () => Company.Db.AttachRow.TownAsync(_nowhere, Company, Town));
        await Writes("company", "townId", () => Company.Db.DetachRow.TownAsync(_nowhere, Company));
        await Writes("person", "employerId", () => Company.Db.AttachRow.EmployeesAsync(_nowhere, Company, Person));
        await Writes("person", "employerId", () => Company.Db.Attach.EmployeesAsync(_nowhere, Company, [Person]));
        await Writes("person", "employerId", () => Company.Db.DetachRow.EmployeesAsync(_nowhere, Person));
        await Writes("person", "employerId", () => Company.Db.Detach.EmployeesAsync(_nowhere, [Person]));
        await Writes("town", "_companyOfficesCompanyId", () => Company.Db.Attach.OfficesAsync(_nowhere, Company, [Town]));
        await Writes("town", "_companyOfficesCompanyId", () => Company.Db.Detach.OfficesAsync(_nowhere, [Town]));
        await Writes("person", "addressId", () => Address.Db.AttachRow.ResidentAsync(_nowhere, Address, Person));
        await Writes("person", "addressId", () => Address.Db.DetachRow.ResidentAsync(_nowhere, Address));
        await Writes("person", "mentorId", () => Person.Db.AttachRow.MentorAsync(_nowhere, Person, Person));
    }

    [Fact]
    public async Task A_row_that_was_never_stored_is_refused()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Company.Db.AttachRow.TownAsync(_nowhere, Company, new Town { Name = "new" }));
        Assert.Contains("Town", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<ArgumentException>(() => Company.Db.AttachRow.EmployeesAsync(_nowhere, Company, new Person { Name = "new" }));
        Assert.Contains("Person", error.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _nowhere.DisposeAsync();
    }

    private async Task Writes(string table, string key, Func<Task> write)
    {
        _statements.Clear();
        await Assert.ThrowsAsync<DatabaseConnectionException>(write);
        Assert.Contains(_statements, text => text.StartsWith($"UPDATE \"{table}\" AS t0 SET \"{key}\" = $", StringComparison.Ordinal));
    }
}
