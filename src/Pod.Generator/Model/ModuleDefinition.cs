namespace Pod.Generator.Model;

/// <summary>A module: a server and a client package with models, tables and endpoints that applications use.</summary>
/// <param name="Name">The name on the wire: <c>billing</c>.</param>
/// <param name="Nickname">The name by which the application's model files call it; its own name unless <c>pod.json</c> says otherwise.</param>
/// <param name="ServerNamespace">The namespace of its server's code.</param>
/// <param name="ClientNamespace">The namespace of its client's code.</param>
/// <param name="ClientClass">The class with its endpoints in the client.</param>
public sealed record ModuleDefinition(string Name, string Nickname, string ServerNamespace, string ClientNamespace, string ClientClass)
{
    /// <summary>Gives the name by which an application's code calls one of the module's models: <c>BillingInvoice</c>.</summary>
    /// <param name="model">The model's name in the module.</param>
    public string AliasOf(string model) => Naming.Pascal(Nickname) + model;

    /// <summary>Gives the name in the module of a model that the application calls by its alias.</summary>
    /// <param name="alias">The application's name for it.</param>
    public string NameOf(string alias) => alias[Naming.Pascal(Nickname).Length..];

    /// <summary>Gives the way model files write a model that the application calls by its alias: <c>module:billing:Invoice</c>.</summary>
    /// <param name="alias">The application's name for it.</param>
    public string SpellingOf(string alias) => $"module:{Nickname}:{NameOf(alias)}";
}
