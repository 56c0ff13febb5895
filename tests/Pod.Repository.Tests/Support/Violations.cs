namespace Pod.Repository.Tests.Support;

/// <summary>Fails a rule's test with every place that breaks it, not only the first.</summary>
public static class Violations
{
    public static void None(string rule, IEnumerable<string> found)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, $"{rule}\n  {string.Join("\n  ", list)}");
    }
}
