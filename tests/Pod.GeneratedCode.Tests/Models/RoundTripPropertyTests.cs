using System.Reflection;
using Pod.GeneratedCode.Tests.Support;
using Pod.Protocol;

namespace Pod.GeneratedCode.Tests.Models;

/// <summary>Every model of the sample, with random values in every position, survives JSON, the way to a client and back, and <c>with</c>.</summary>
public sealed class RoundTripPropertyTests
{
    public static IEnumerable<Type> Models =>
        typeof(Sample.Server.Everything).Assembly.GetTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && typeof(IPodModel).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type))
            .OrderBy(static type => type.Name, StringComparer.Ordinal);

    [Fact]
    public void Json_keeps_every_value() => ForSeeds(20, static seed =>
    {
        foreach (var model in Models.Select(type => new RandomModels(seed).Model(type)))
        {
            Assert.True(DeepEquality.AreEqual(model, Read(model.GetType(), Json(model, "ToJson"))), Json(model, "ToJson"));
        }
    });

    [Fact]
    public void What_clients_see_comes_back_from_them() => ForSeeds(20, static seed =>
    {
        foreach (var model in Models.Select(type => new RandomModels(seed).Model(type)))
        {
            if (typeof(Sample.Client.Everything).Assembly.GetType($"Sample.Client.{model.GetType().Name}") is not { } clientType)
            {
                continue;
            }

            var sent = Json(model, "ToJsonForProtocol");
            var received = Read(clientType, sent);
            Assert.Equal(sent, Json(received, "ToJson"));
            Assert.Equal(sent, Json(Read(model.GetType(), Json(received, "ToJson")), "ToJsonForProtocol"));
        }
    });

    [Fact]
    public void A_copy_is_equal_and_shares_nothing_that_can_change() => ForSeeds(20, static seed =>
    {
        foreach (var model in Models.Select(type => (IPodModel)new RandomModels(seed).Model(type)))
        {
            var copy = model.DeepCopy();

            Assert.True(DeepEquality.AreEqual(model, copy), model.ToString());
            Assert.Empty(Changeable(model).Intersect(Changeable(copy), ReferenceEqualityComparer.Instance));
        }
    });

    [Fact]
    public void Immutable_models_that_read_alike_are_equal() => ForSeeds(100, static seed =>
    {
        var point = (Sample.Server.Point)new RandomModels(seed).Model(typeof(Sample.Server.Point));
        var equal = Sample.Server.Point.FromJson(point.ToJson());

        Assert.Equal(point, equal);
        Assert.Equal(point.GetHashCode(), equal.GetHashCode());
    });

    // A failure names the seed, which makes the same values again.
    private static void ForSeeds(int count, Action<int> test)
    {
        for (var seed = 0; seed < count; seed++)
        {
            try
            {
                test(seed);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"The seed {seed} shows it.", exception);
            }
        }
    }

    private static string Json(object model, string method) => (string)model.GetType().GetMethod(method)!.Invoke(model, null)!;

    private static object Read(Type type, string json) =>
        type.GetMethod("FromJson", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!.Invoke(null, [json])!;

    private static IEnumerable<object> Changeable(IPodModel model) =>
        model.GetType().GetProperties().Where(static property => property.GetMethod is { IsStatic: false }).Select(property => property.GetValue(model))
            .SelectMany(static value => value switch
            {
                IPodModel nested => Changeable(nested).Prepend(nested),
                System.Collections.IDictionary map => map.Values.OfType<IPodModel>().SelectMany(Changeable).Prepend(value),
                byte[] or System.Collections.IList => (value as IEnumerable<IPodModel> ?? []).SelectMany(Changeable).Prepend(value),
                _ => [],
            });
}
