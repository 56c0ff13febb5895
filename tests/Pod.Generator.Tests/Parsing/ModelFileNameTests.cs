using Pod.Generator.Parsing;

namespace Pod.Generator.Tests.Parsing;

public sealed class ModelFileNameTests
{
    [Theory]
    [InlineData("todo.pod.yaml", true)]
    [InlineData("anywhere/todo.pod.yml", true)]
    [InlineData("todo.spy.yaml", true)]
    [InlineData("todo.spy", true)]
    [InlineData("Models/todo.yaml", true)]
    [InlineData("src/protocol/deep/todo.yml", true)]
    [InlineData("config/development.yaml", false)]
    [InlineData("bin/todo.pod.yaml", false)]
    [InlineData("Generated/todo.pod.yaml", false)]
    [InlineData(".pod/todo.pod.yaml", false)]
    public void Model_files_are_told_by_name_and_folder(string path, bool isModel) => Assert.Equal(isModel, ModelFileName.IsModel(path));
}
