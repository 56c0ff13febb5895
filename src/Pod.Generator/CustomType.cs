namespace Pod.Generator;

/// <summary>A type of the application's own that model files may name. It implements <c>IPodJsonValue</c>.</summary>
/// <param name="Written">What stands in model files: <c>Money</c>, or Serverpod's <c>package:shop/money.dart:Money</c>.</param>
/// <param name="CSharpType">The C# type with its namespace: <c>Shop.Money</c>.</param>
internal sealed record CustomType(string Written, string CSharpType)
{
    /// <summary>Gets the written text without its prefix.</summary>
    public string Word => Written[(Written.LastIndexOf(':') + 1)..];

    /// <summary>Gets the C# name without its namespace.</summary>
    public string Name => CSharpType[(CSharpType.LastIndexOf('.') + 1)..];
}
