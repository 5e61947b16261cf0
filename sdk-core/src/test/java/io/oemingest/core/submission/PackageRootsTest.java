package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following the paths of an update history to the files of this machine. */
class PackageRootsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeABuildOutput() throws IOException {
        file = folder.resolve("Out/Sub/Contoso.A.spkg");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package");
        Files.writeString(folder.resolve("outside.spkg"), "not to be found");
    }

    @Test
    void followsAPathBelowADriveIgnoringCase() throws IOException {
        PackageRoots roots = PackageRoots.NONE.with("E:\\Build", folder.resolve("Out"));
        assertThat(find(roots, "\\\\?\\e:\\build\\SUB\\contoso.a.SPKG")).isEqualTo(file);
        assertThat(find(roots, "e:\\build\\Sub\\Contoso.A.spkg")).isEqualTo(file);
    }

    @Test
    void followsAPathOfAServer() throws IOException {
        PackageRoots roots = PackageRoots.NONE.with("\\\\server\\share", folder.resolve("Out"));
        assertThat(find(roots, "\\\\?\\UNC\\server\\share\\Sub\\Contoso.A.spkg"))
                .isEqualTo(file);
        assertThat(find(roots, "\\\\?\\UNC\\other\\share\\Sub\\Contoso.A.spkg")).isNull();
    }

    @Test
    void takesTheLongestRootThatFits() throws IOException {
        PackageRoots roots =
                PackageRoots.NONE.with("e:\\", folder.resolve("nowhere")).with("e:\\build\\sub", file.getParent());
        assertThat(find(roots, "\\\\?\\e:\\build\\sub\\Contoso.A.spkg")).isEqualTo(file);
        assertThat(find(roots, "\\\\?\\e:\\build\\subway\\Contoso.A.spkg")).isNull();
    }

    @Test
    void neverLeavesARoot() throws IOException {
        PackageRoots roots = PackageRoots.NONE.with("e:\\build", folder.resolve("Out"));
        assertThat(find(roots, "e:\\build\\..\\outside.spkg")).isNull();
        assertThat(find(roots, "e:\\build\\Sub\\.\\Contoso.A.spkg")).isNull();
    }

    @Test
    void takesAPathOfThisMachineAsItStands() throws IOException {
        assertThat(find(PackageRoots.NONE, file.toString())).isEqualTo(file);
        assertThat(find(PackageRoots.NONE, "\\\\?\\" + file)).isEqualTo(file);
    }

    @Test
    void findsNoFolderNoOtherMachineAndNoNonsense() throws IOException {
        assertThat(find(PackageRoots.NONE, file.getParent().toString())).isNull();
        assertThat(find(PackageRoots.NONE, "\\\\?\\e:\\build\\Contoso.A.spkg")).isNull();
        assertThat(find(PackageRoots.NONE, "")).isNull();
        assertThat(find(PackageRoots.NONE, "\0")).isNull();
    }

    @Test
    void refusesARootThatIsNoFolder() {
        assertThatThrownBy(() -> PackageRoots.NONE.with("\\\\?\\", folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a folder of another machine: '\\\\?\\'");
    }

    private static Path find(PackageRoots roots, String buildPath) throws IOException {
        return new PackageLocator(roots).find(buildPath);
    }
}
