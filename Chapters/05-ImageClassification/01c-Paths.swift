// # Paths
//
// Section 5.1 · After this page you can take the name of a file apart, and put paths together.

import Figures
import Foundation
import Notebook
import Vision

// Python has paths in a library of its own, `pathlib`. In Swift a file is a `URL`, and Foundation takes it apart.
// Nothing here needs the file to be there, except for the last rows of the table:

extension ImageClassification {
    func pathsSideBySide() throws {
        let file = URL(filePath: "/data/pets/images/great_pyrenees_173.jpg")
        let folder = file.deletingLastPathComponent()
        var table = TextTable(["Python, pathlib", "Swift, URL", "gives"])
        table.add("file.name", "file.lastPathComponent", file.lastPathComponent)
        table.add(
            "file.stem", "file.deletingPathExtension().lastPathComponent",
            file.deletingPathExtension().lastPathComponent)
        table.add("file.suffix", "file.pathExtension", file.pathExtension)
        table.add("file.parent", "file.deletingLastPathComponent()", file.deletingLastPathComponent().path)
        table.add("file.parent.name", "parentFolder(file)", folder.lastPathComponent)
        table.add(
            "folder/'boxer_188.jpg'", "folder.appending(path: \"boxer_188.jpg\")",
            folder.appending(path: "boxer_188.jpg").path)
        table.add(
            "file.with_suffix('.png')", "….deletingPathExtension().appendingPathExtension(\"png\")",
            file.deletingPathExtension().appendingPathExtension("png").lastPathComponent)
        table.add("file.parts[-2:]", "file.pathComponents.suffix(2)", elided(Array(file.pathComponents.suffix(2))))
        table.add(
            "file.exists()", "FileManager.default.fileExists(atPath: file.path)",
            FileManager.default.fileExists(atPath: file.path))
        let first = try pets.files[0]
        let breed = try breedOf(first)
        let alike = try listed(try pets.images).filter { $0.lastPathComponent.hasPrefix(breed + "_") }
        table.add(
            "folder.glob('\(breed)_*')", "listed(folder).filter { … hasPrefix … }",
            elided(alike.map(\.lastPathComponent), most: 2))
        show(table, "The same path in two languages; the last row in \(dataName)")

        // There is one difference: Python's suffix has the dot, Swift's ending has none. And a trap in both languages:
        // the ending is what comes after the *last* dot, whatever comes before it.
        let archive = URL(filePath: "pets.tar.gz")
        show(
            archive.deletingPathExtension().lastPathComponent, "pets.tar.gz without its ending",
            predict: .choice(
                "What is left of pets.tar.gz when its ending is taken off?", ["pets", "pets.tar", "gz"],
                answer: archive.deletingPathExtension().lastPathComponent))

        // A path is text, and says nothing about what is at its end. An ending is a claim: `cat.jpg` may hold a GIF, or
        // a web page that says that there is no such picture. Section 5.3 finds some.
    }
}
