using System.Numerics;
using System.Runtime.CompilerServices;
using Sample.Billing.Server;
using Sample.Values;

namespace Sample.Server.Endpoints;

/// <summary>Gives back what it gets, in every type and form.</summary>
public class EchoEndpoint : Endpoint
{
    /// <summary>Gives back every scalar at once.</summary>
    /// <param name="value">What comes back.</param>
    public Task<Everything> Everything(Session session, Everything value) => Task.FromResult(value);

    public Task<Collections> Collections(Session session, Collections value) => Task.FromResult(value);

    public Task<int?> Number(Session session, int? value) => Task.FromResult(value);

    public Task<string?> Text(Session session, string? value = null) => Task.FromResult(value);

    public Task<string> Defaults(Session session, int number = 3, string text = "it's \"x\"", Mood mood = Mood.Sad, decimal money = 1.5m, long? big = 7) =>
        Task.FromResult(FormattableString.Invariant($"{number} {text} {mood} {money} {big}"));

    public ValueTask<BigInteger> Huge(Session session, BigInteger value) => ValueTask.FromResult(value);

    public ValueTask Nothing(Session session) => ValueTask.CompletedTask;

    public Task<Dictionary<Guid, List<Place?>>> Nested(Session session, Dictionary<Guid, List<Place?>> value) => Task.FromResult(value);

    public Task<HashSet<Level>> Levels(Session session, HashSet<Level> value, CancellationToken cancellationToken) => Task.FromResult(value);

    public Task<byte[]?> Bytes(Session session, byte[]? value) => Task.FromResult(value);

    public Task<Shape> Shape(Session session, Shape value) => Task.FromResult(value);

    public Task<Animal> Animal(Session session, Animal value) => Task.FromResult(value);

    public Task<Point> Point(Session session, Point value) => Task.FromResult(value);

    public Task<Tuples> Tuples(Session session, Tuples value) => Task.FromResult(value);

    public Task<(int, string? Note)> Tuple(Session session, (int, string? Note) value) => Task.FromResult(value);

    public Task<Vectors> Vectors(Session session, Vectors value) => Task.FromResult(value);

    public Task<Pod.Vector> Vector(Session session, Pod.Vector value) => Task.FromResult(value);

    public Task<Anything> Anything(Session session, Anything value) => Task.FromResult(value);

    public Task<object?> Dynamic(Session session, object? value, HashSet<object?>? more = null) => Task.FromResult(more is null ? value : more.Append(value).ToHashSet());

    public IAsyncEnumerable<object?> Dynamics(Session session, IAsyncEnumerable<object?> values) => values;

    public Task<Offer> Offer(Session session, Offer value) => Task.FromResult(value);

    public Task<Money> Money(Session session, Money value, Money? more = null) => Task.FromResult(more ?? value);

    public Task<Colour?> Colour(Session session, Colour? value) => Task.FromResult(value);

    public IAsyncEnumerable<Money?> Prices(Session session, IAsyncEnumerable<Money?> values) => values;

    public Task FailSecretly(Session session) => throw new SecretFailure { Secret = "hidden" };

    public Task FailHard(Session session) => throw new HardFailure { Reason = "r", Code = 7 };

    public Task Fail(Session session, string article) => throw new OutOfStock { Article = article, Message = "gone" };

    [Obsolete("Use Text.")]
    public Task<string> OldTextAsync(Session session, string @class) => Task.FromResult(@class);

    /// <summary>Gives back models of a module.</summary>
    public Task<InvoiceStatus> Billing(Session session, InvoiceLine line, Invoice? invoice, InvoiceStatus status = InvoiceStatus.Paid) => Task.FromResult(status);

    /// <summary>Throws an exception of a module.</summary>
    public Task Pay(Session session, string number) => throw new AlreadyPaid { Number = number };

    public Task<Purchase> Purchase(Session session, Purchase value) => Task.FromResult(value);

    /// <summary>Counts down.</summary>
    public async IAsyncEnumerable<int> Countdown(Session session, int from, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var number = from; number >= 0; number--)
        {
            await Task.Yield();
            yield return number;
        }
    }

    /// <summary>Tells whether the client could set the hidden member of an argument.</summary>
    public Task<string?> Secret(Session session, Person person) => Task.FromResult(person?.Secret);

    /// <summary>Tells whether the client could set the hidden member of a stream's items.</summary>
    public IAsyncEnumerable<string?> Secrets(Session session, IAsyncEnumerable<Person> people) => people.Select(static person => person.Secret);

    public IAsyncEnumerable<Place?> Places(Session session, IAsyncEnumerable<Place?> places) => places;

    public async Task<int> Sum(Session session, int start, IAsyncEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        await foreach (var number in numbers.WithCancellation(cancellationToken))
        {
            start += number;
        }

        return start;
    }
}
