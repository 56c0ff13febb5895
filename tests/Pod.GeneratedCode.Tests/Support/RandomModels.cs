using System.Collections;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Sample.Server;
using Sample.Values;

namespace Pod.GeneratedCode.Tests.Support;

/// <summary>Makes values of any type that a model can have, from a seed. Times have the precision that JSON keeps.</summary>
internal sealed class RandomModels(int seed)
{
    private static readonly Type[] Animals = [typeof(Animal), typeof(Dog)];
    private static readonly Type[] Shapes = [typeof(Circle), typeof(Square), typeof(Cube)];

    private static readonly Type[] Dynamics =
    [
        typeof(bool), typeof(long), typeof(double), typeof(string), typeof(decimal), typeof(Guid), typeof(DateOnly), typeof(byte[]), typeof(Vector), typeof(Mood),
        typeof(Level), typeof(Place), typeof(List<object?>), typeof(Dictionary<string, object?>), typeof(HashSet<object?>),
    ];

#pragma warning disable CA5394 // the values are no secret
    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    public object Model(Type type, int depth = 0)
    {
        var model = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(static property => property.SetMethod is { IsStatic: false }))
        {
            var isOptional = _nullability.Create(property).WriteState == NullabilityState.Nullable;
            property.SetValue(model, IsEmpty(isOptional, depth) ? null : Value(property.PropertyType, depth + 1));
        }

        return model;
    }

    private bool IsEmpty(bool isOptional, int depth) => isOptional && (depth > 3 || _random.Next(3) == 0);

    private object? Value(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return IsEmpty(isOptional: true, depth) ? null : Value(underlying, depth);
        }

        if (type == typeof(object))
        {
            return IsEmpty(isOptional: true, depth) ? null : Value((Type)Pick(Dynamics), depth + 1);
        }

        if (type.IsEnum)
        {
            return Pick(Enum.GetValues(type));
        }

        if (type.IsGenericType)
        {
            return typeof(ITuple).IsAssignableFrom(type) ? Tuple(type, depth) : Collection(type, depth);
        }

        return Scalar(type) ?? Model(Runtime(type), depth);
    }

    private Type Runtime(Type type) => type == typeof(Shape) ? (Type)Pick(Shapes) : type == typeof(Animal) ? (Type)Pick(Animals) : type;

    private object Pick(Array values) => values.GetValue(_random.Next(values.Length))!;

    private object Tuple(Type type, int depth) =>
        Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(argument => Value(argument, depth + 1))])!;

    private object Collection(Type type, int depth)
    {
        var collection = Activator.CreateInstance(type)!;
        var arguments = type.GetGenericArguments();
        for (var left = _random.Next(depth > 3 ? 1 : 4); left > 0; left--)
        {
            if (collection is IDictionary map)
            {
                map[Value(arguments[0], depth + 1)!] = Value(arguments[1], depth + 1);
            }
            else
            {
                type.GetMethod("Add")!.Invoke(collection, [Value(arguments[0], depth + 1)]);
            }
        }

        return collection;
    }

    private object? Scalar(Type type) => type switch
    {
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(short) => (short)_random.Next(short.MinValue, short.MaxValue + 1),
        _ when type == typeof(int) => _random.Next(int.MinValue, int.MaxValue),
        _ when type == typeof(long) => _random.NextInt64(long.MinValue, long.MaxValue),
        _ when type == typeof(float) => (float)((_random.NextDouble() - 0.5) * 1e10),
        _ when type == typeof(double) => (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-200, 200)),
        _ when type == typeof(decimal) => new decimal(_random.Next(), _random.Next(), _random.Next(), _random.Next(2) == 0, (byte)_random.Next(29)),
        _ when type == typeof(string) => Text(),
        _ when type == typeof(DateTime) => Moment(),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(Moment()).ToOffset(TimeSpan.FromMinutes(_random.Next(-700, 700))),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber)),
        _ when type == typeof(TimeOnly) => new TimeOnly(_random.NextInt64(TimeSpan.TicksPerDay / 10) * 10),
        _ when type == typeof(TimeSpan) => TimeSpan.FromMilliseconds(_random.NextInt64(-1_000_000_000_000, 1_000_000_000_000)),
        _ when type == typeof(Guid) => new Guid(Bytes(16)),
        _ when type == typeof(byte[]) => Bytes(_random.Next(5)),
        _ when type == typeof(Uri) => new Uri($"https://example.com/{_random.Next()}?a=%20b#c"),
        _ when type == typeof(BigInteger) => new BigInteger(Bytes(_random.Next(1, 20))),
        _ when type == typeof(Money) => new Money(_random.Next() / 100m, "EUR"),
        _ when type == typeof(Colour) => new Colour((byte)_random.Next(256), (byte)_random.Next(256), (byte)_random.Next(256)),
        _ when type == typeof(Vector) => new Vector([_random.NextSingle(), -_random.NextSingle(), 0]),
        _ when type == typeof(HalfVector) => new HalfVector([(Half)_random.NextSingle(), (Half)(-2)]),
        _ when type == typeof(SparseVector) => new SparseVector(new Dictionary<int, float> { [_random.Next(1, 5)] = _random.NextSingle() }, 4),
        _ when type == typeof(Bit) => new Bit([.. Enumerable.Range(0, 4).Select(_ => _random.Next(2) == 0)]),
        _ => null,
    };

    private DateTime Moment() => new(_random.NextInt64(new DateTime(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks / 10) * 10, DateTimeKind.Utc);

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    // Everything but U+0000, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 has no form for.
    private string Text()
    {
        var text = new StringBuilder();
        for (var left = _random.Next(6); left > 0; left--)
        {
            var rune = _random.Next(4) switch { 0 => _random.Next(1, 0x80), 1 => _random.Next(0x80, 0xd800), 2 => _random.Next(0xe000, 0x10ffff), _ => '"' };
            text.Append(new Rune(rune));
        }

        return text.ToString();
    }
}
