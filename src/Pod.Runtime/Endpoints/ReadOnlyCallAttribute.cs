namespace Pod.Runtime;

/// <summary>The method changes nothing, so clients may repeat a call whose answer was lost.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ReadOnlyCallAttribute : Attribute;
