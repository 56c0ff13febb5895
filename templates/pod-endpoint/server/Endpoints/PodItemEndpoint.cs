using Microsoft.AspNetCore.Authorization;

namespace Pod_Project;

/// <summary>What clients may call about PodItem.</summary>
[AllowAnonymous]
public sealed class PodItemEndpoint : Endpoint
{
    /// <summary>Says hello.</summary>
    /// <param name="name">Who calls.</param>
    public Task<string> Hello(Session session, string name) => Task.FromResult($"Hello {name}!");
}
