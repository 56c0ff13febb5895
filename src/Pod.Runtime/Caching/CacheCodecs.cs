using Microsoft.Extensions.DependencyInjection;
using Pod.Protocol;

namespace Pod.Runtime.Caching;

/// <summary>Finds out how values of a type are written: as the application says, otherwise as the wire does.</summary>
internal sealed class CacheCodecs(IServiceProvider services, PodServerProtocol protocol)
{
    public JsonCodec<T> Get<T>() => services.GetService<JsonCodec<T>>() ?? protocol.Models.FindCodec<T>() ?? throw new InvalidOperationException(
        $"A cache cannot store a '{typeof(T)}': it is no model or type of the wire, and no list, set or map with text keys of one. Register how to write it: "
        + "builder.Services.AddSingleton<JsonCodec<…>>(PodJson.List(…)).");
}
