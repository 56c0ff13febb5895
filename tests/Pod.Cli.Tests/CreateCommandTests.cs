namespace Pod.Cli.Tests;

/// <summary>What <c>dotnet pod create</c> refuses before it does anything. What it makes is tested with the templates.</summary>
public sealed class CreateCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pod-create-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("2go", "'go'")]
    [InlineData("a..b", "'ab'")]
    [InlineData("my shop", "'myshop'")]
    [InlineData("shop-", "'shop'")]
    [InlineData("...", "'MyApp'")]
    [InlineData("class", "'classApp'")]
    [InlineData("my.new.shop", "'my.newApp.shop'")]
    [InlineData("Con", "'ConApp'")]
    [InlineData("Pod", "'MyApp'")]
    [InlineData("Pod.Runtime", "'MyRuntime'")]
    public async Task A_name_that_would_not_work_is_refused_with_another_one(string name, string suggestion)
    {
        var result = await Tool.RunAsync(_folder.FullName, "create", name);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(suggestion, result.Errors, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }
}
