using Pod.Database;
using Pod.GeneratedCode.Tests.Support;
using Sample.Server;

namespace Pod.GeneratedCode.Tests.Queries;

/// <summary>Aggregates and projections as the specification writes them.</summary>
public sealed class SelectionTests(SampleDatabase database) : IClassFixture<SampleDatabase>, IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly IDatabaseSession session = database.Session;
    private Customer _anna = null!;
    private Customer _bob = null!;

    public async Task InitializeAsync()
    {
        await Order.Db.DeleteWhereAsync(session, t => Filter.True);
        await Customer.Db.DeleteWhereAsync(session, t => Filter.True);
        _anna = await Customer.Db.InsertRowAsync(session, new Customer { Name = "Anna", Active = true, Country = "NO" });
        _bob = await Customer.Db.InsertRowAsync(session, new Customer { Name = "Bob", Active = false });
        Order[] orders = [
            new() { CustomerId = _anna.Id, Amount = 10, Pieces = 3, Refunded = false, PlacedAt = Noon, PaidAt = Noon, SellerId = _bob.Id },
            new() { CustomerId = _anna.Id, Amount = 5.5m, Pieces = 4, Refunded = true, PlacedAt = Noon, PaidAt = Noon.AddHours(11) },
            new() { CustomerId = _bob.Id, Amount = 1, Pieces = 1, Refunded = false, PlacedAt = Noon.AddDays(1), PaidAt = Noon.AddHours(13) },
            new() { CustomerId = _bob.Id, Amount = 100, Pieces = 9, Refunded = false, PlacedAt = Noon.AddDays(1) },
        ];
        await Order.Db.InsertAsync(session, orders);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_examples_of_the_specification_compile_and_answer()
    {
        var (count, total) = await Order.Db.AggregateAsync(session, t => Aggregate.Of(t.Id.Count(), t.Amount.Sum()), where: t => t.PaidAt != null);
        var perDay = await Order.Db.GroupByAsync(session, by: t => Key.Of(t.PaidAt.Date()), select: t => Aggregate.Of(t.Id.Count(), t.Amount.Average()),
            having: t => t.Id.Count() > 0, orderBy: t => t.PaidAt.Date());
        List<(long Id, string Name)> names = await Customer.Db.SelectAsync(session, t => Select.Of(t.Id, t.Name), where: t => t.Active);
        Assert.Equal((3L, (decimal?)16.5m), (count, total));
        Assert.Equal(
            [(new DateOnly(2026, 3, 1), (2L, (decimal?)7.75m)), (new DateOnly(2026, 3, 2), (1, 1)), ((DateOnly?)null, (1, 100))],
            perDay);
        Assert.Equal([(_anna.Id, "Anna")], names);
    }

    [Fact]
    public async Task Aggregates_have_the_types_that_hold_many_rows()
    {
        (long all, long paid, long? pieces, double? average, decimal? least, DateTime? last, string? name, decimal? refunded) = await Order.Db.AggregateAsync(
            session,
            t => Aggregate.Of(
                t.Id.Count(), t.PaidAt.Count(), t.Pieces.Sum(), t.Pieces.Average(), t.Amount.Min(), t.PaidAt.Max(), t.Customer.Name.Max(),
                t.Amount.Sum(where: t.Refunded)));
        Assert.Equal((4, 3, 17, 4.25, 1m, Noon.AddHours(13), "Bob", 5.5m), (all, paid, pieces, average, least, last, name, refunded));
        decimal? ids = await Order.Db.AggregateAsync(session, t => Aggregate.Of(t.CustomerId.Sum()));
        Assert.Equal((_anna.Id + _bob.Id) * 2, ids);
    }

    [Fact]
    public async Task Without_rows_counts_are_zero_and_everything_else_is_null()
        => Assert.Equal(
            (0L, 0L, (long?)null, (double?)null, (decimal?)null, (DateTime?)null, (string?)null),
            await Order.Db.AggregateAsync(
                session,
                t => Aggregate.Of(
                    t.Id.Count(), t.Refunded.CountDistinct(), t.Pieces.Sum(), t.Pieces.Average(), t.Amount.Max(), t.PaidAt.Min(), t.Customer.Name.Min()),
                where: t => t.Amount < 0));

    [Fact]
    public async Task Keys_may_lie_behind_relations_and_groups_are_ordered_by_aggregates()
    {
        List<((string Name, string? Country) Key, long Value)> groups = await Order.Db.GroupByAsync(
            session, t => Key.Of(t.Customer.Name, t.Customer.Country), t => Aggregate.Of(t.Refunded.CountDistinct()), orderBy: t => t.Amount.Sum().Desc());
        Assert.Equal([(("Bob", null), 1), (("Anna", "NO"), 2)], groups);
        var second = await Order.Db.GroupByAsync(
            session, t => Key.Of(t.Customer.Name), t => Aggregate.Of(t.Id.Count()), orderBy: t => t.Customer.Name, limit: 1, offset: 1);
        Assert.Equal([("Bob", 2L)], second);
        Assert.Empty(await Order.Db.GroupByAsync(session, t => Key.Of(t.Customer.Name), t => Aggregate.Of(t.Id.Count()), limit: 0));
    }

    [Fact]
    public async Task Days_of_a_time_zone_are_keys_and_orders()
    {
        var days = await Order.Db.GroupByAsync(
            session,
            t => Key.Of(t.PaidAt.Truncate(TimeUnit.Day, "Asia/Tokyo")),
            t => Aggregate.Of(t.Id.Count()),
            where: t => t.PaidAt != null,
            orderBy: t => t.PaidAt.Truncate(TimeUnit.Day, "Asia/Tokyo").Desc());
        Assert.Equal([(new DateTime(2026, 3, 1, 15, 0, 0, DateTimeKind.Utc), 2L), ((DateTime?)new DateTime(2026, 2, 28, 15, 0, 0, DateTimeKind.Utc), 1)], days);
    }

    [Fact]
    public async Task Relation_filters_work_in_aggregates()
    {
        Assert.Equal(1, await Customer.Db.AggregateAsync(session, t => Aggregate.Of(t.Id.Count(where: t.Orders.Any(o => o.Refunded)))));
        Assert.Equal(2, await Order.Db.AggregateAsync(session, t => Aggregate.Of(t.Id.Count()), where: t => t.Customer.Orders.Any(o => o.Refunded)));
    }

    [Fact]
    public async Task Expressions_counts_and_relatives_are_selected()
    {
        List<(string, long, DateOnly?, TimeSpan?, string?)> rows = await Order.Db.SelectAsync(
            session,
            t => Select.Of(t.Customer.Name.Upper(), t.Customer.Orders.Count(), t.PaidAt.Date(), t.PaidAt - t.PlacedAt, t.Seller.Name.OrNull()),
            orderBy: t => t.Id);
        Assert.Equal(
            [
                ("ANNA", 2, new DateOnly(2026, 3, 1), TimeSpan.Zero, "Bob"),
                ("ANNA", 2, new DateOnly(2026, 3, 1), TimeSpan.FromHours(11), null),
                ("BOB", 2, new DateOnly(2026, 3, 2), TimeSpan.FromHours(-11), null),
                ("BOB", 2, null, null, null),
            ],
            rows);
        List<(decimal, int, DateOnly)> required = await Order.Db.SelectAsync(
            session, t => Select.Of(t.Amount * 2, t.Customer.Name.Length().NotNull(), t.PlacedAt.Date()), orderBy: t => t.Id, limit: 1);
        Assert.Equal([(20m, 4, new DateOnly(2026, 3, 1))], required);
    }

    [Fact]
    public async Task Selections_become_objects()
    {
        var rows = await Customer.Db.SelectAsync(session, t => Select.Of(t.Id, t.Name).To((id, name) => new Row(id, name)), orderBy: t => t.Name);
        Assert.Equal([new Row(_anna.Id, "Anna"), new Row(_bob.Id, "Bob")], rows);
        Assert.Equal(["<Anna>", "<Bob>"], await Customer.Db.SelectAsync(session, t => Select.Of(t.Name).To(name => $"<{name}>"), orderBy: t => t.Name));
    }

    [Fact]
    public async Task The_first_selection_is_null_without_rows()
    {
        (long, string)? first = await Customer.Db.SelectFirstAsync(session, t => Select.Of(t.Id, t.Name), orderBy: t => t.Name.Desc());
        Row? row = await Customer.Db.SelectFirstAsync(session, t => Select.Of(t.Id, t.Name).To((id, name) => new Row(id, name)), where: t => t.Name == "Anna");
        string? none = await Customer.Db.SelectFirstAsync(session, t => Select.Of(t.Name), where: t => t.Name == "Carl");
        Assert.Equal((_bob.Id, "Bob"), first);
        Assert.Equal(new Row(_anna.Id, "Anna"), row);
        Assert.Null(none);
        Assert.Null(await Customer.Db.SelectFirstAsync(session, t => Select.Of(t.Id), where: t => t.Name == "Carl"));
    }

    [Fact]
    public async Task Distinct_leaves_repetitions_out()
        => Assert.Equal(
            ["Anna", "Bob"], await Order.Db.SelectAsync(session, t => Select.Of(t.Customer.Name), orderBy: t => t.Customer.Name, distinct: true));

    [Fact]
    public async Task What_an_optional_relation_can_make_null_has_to_say_so()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Order.Db.SelectAsync(session, t => Select.Of(t.Seller.Name)));
        Assert.Equal(
            "Column 'customer.name' can be null because a relation on the way to it is optional, but its C# type has no null. Write OrNull() behind it.",
            error.Message);
        await Assert.ThrowsAsync<ArgumentException>(() => Order.Db.SelectAsync(session, t => Select.Of(t.Seller.Active)));
        Assert.Equal(
            [false, null, null, null], await Order.Db.SelectAsync(session, t => Select.Of(t.Seller.Active.OrNull()), orderBy: t => t.Id));
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => Order.Db.SelectAsync(session, t => Select.Of(t.PaidAt.NotNull())));
        Assert.Contains("null in a row", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aggregates_stand_only_where_there_are_groups()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Order.Db.FindAsync(session, t => t.Amount.Sum() > 1));
        await Assert.ThrowsAsync<ArgumentException>(() => Order.Db.SelectAsync(session, t => Select.Of(t.Amount.Sum())));
        await Assert.ThrowsAsync<ArgumentException>(() => Order.Db.GroupByAsync(session, t => Key.Of(t.Id.Count()), t => Aggregate.Of(t.Id.Count())));
        await Assert.ThrowsAsync<ArgumentException>(() => Order.Db.AggregateAsync(session, t => Aggregate.Of(t.Amount.Sum().Max())));
        var plain = await Assert.ThrowsAsync<ArgumentException>(() => Order.Db.AggregateAsync(session, t => Aggregate.Of(t.Id.Count(), t.Amount)));
        Assert.StartsWith("Element 2 of Aggregate.Of is no aggregate", plain.Message, StringComparison.Ordinal);
        Assert.Equal(4, await Order.Db.CountAsync(session));
    }

    private sealed record Row(long Id, string Name);
}
