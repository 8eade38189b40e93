import Exercises02
import Practice
import Solutions02

let whereFilesGo = Check(
    "2.5",
    answer(
        "places(of:delete:change:)", Exercises02.places(of:delete:change:), Solutions02.places(of:delete:change:))
) { places in
    let files = ["black/1.jpg", "grizzly/1.jpg", "teddy/1.jpg", "black/a.b.png", "teddy/note"]
    // Each example says which files are elsewhere, or deleted.
    let examples: [(delete: [Int], change: [Int: String], differences: [Int: String?])] = [
        ([], [:], [:]), ([1], [:], [1: nil]), ([], [0: "grizzly"], [0: "grizzly/1-2.jpg"]),
        // A deleted file still has its name.
        ([1], [0: "grizzly"], [0: "grizzly/1-2.jpg", 1: nil]),
        // Two come, the one with the lower place first.
        ([], [2: "grizzly", 0: "grizzly"], [0: "grizzly/1-2.jpg", 2: "grizzly/1-3.jpg"]),
        // Two change places: both names were taken at the beginning.
        ([], [0: "grizzly", 1: "black"], [0: "grizzly/1-2.jpg", 1: "black/1-2.jpg"]),
        ([], [3: "teddy", 4: "polar"], [3: "teddy/a.b.png", 4: "polar/note"]), ([], [0: "black", 3: "black"], [:]),
    ]
    for (delete, change, differences) in examples {
        let paths = files.indices.map { place in differences[place] ?? files[place] }
        let found = try places(files, delete, change)
        try expect(found, "\(paths.map { $0 ?? "deleted" })") { $0 == paths }
    }
    let dotted = try places(["a/x.y.jpg", "b/x.y.jpg", "a/note", "b/note"], [], [0: "b", 2: "b"])
    try expect(dotted, "b/x.y-2.jpg and b/note-2") { $0?[0] == "b/x.y-2.jpg" && $0?[2] == "b/note-2" }
    for (delete, change) in [
        ([0], [0: "teddy"]), ([5], [:]), ([-1], [:]), ([], [9: "teddy"]), ([], [0: ""]), ([], [0: "a/b"]),
        ([], [0: ".hidden"]), ([], [0: ".."]),
    ] as [([Int], [Int: String])] {
        try expect(places(files, delete, change), "nil") { $0 == nil }
    }
}
