import Common
import Datasets
import Figures
import Foundation
import Notebook
import Synchronization
import Tensors

/// A chapter with one of everything.
final class Tiny: Chapter {
    static let number = 4
    static let title = "A tiny chapter"
    static let sections: [Section<Tiny>] = [Section("Pixels", Tiny.pixels), Section("Training", Tiny.training)]

    static let durations: [RunSize: Duration] = [.usual: .seconds(2), .full: .seconds(90)]

    let run: Run
    var threes: Tensor { run.once { Tensor([1, 2, 3]) } }

    init(_ run: Run) {
        self.run = run
        run.use(Origin(name: "generated digits", bookName: "mnist_sample"))
    }

    static let lineOfFirstShow = #line + 2
    func pixels() {
        show(threes.shape, "shape", predict: .shape("Which shape?", threes.shape))
        show(Dot(), "The ideal 3")
        show(Dot())
        record("pixels/accuracy", 0.95112, book: 0.9511)
    }

    func training() throws {
        let table = StreamingTable(columns: ["epoch", "train_loss"])
        table.row(["0", "0.5"])
        progress("Training", 2) { $0.advance() }
        show(Dot(), "Loss")
        record("training/images", 2038)
    }
}

/// A chapter whose second section fails, after a figure.
final class Failing: Chapter {
    static let number = 17
    static let title = "A failing chapter"
    static let sections: [Section<Failing>] = [Section("Good", Failing.good), Section("Bad", Failing.bad)]

    init(_ run: Run) {}

    func good() { show(Dot(), "Before") }
    func bad() throws { throw Refusal("digits.png: this is not a PNG file") }
}

/// A tool that finds nothing to work on.
final class Dusting: Chapter {
    static let number = 2
    static let title = "Dusting a shelf"
    static let isTool = true
    static let sections: [Section<Dusting>] = [Section("Dusting", Dusting.dust)]

    init(_ run: Run) {}

    func dust() throws { throw Refusal("there is no shelf") }
}

/// A chapter that cannot even be made.
final class Unloadable: Chapter {
    static let number = 5
    static let title = "Not to be touched"
    static let sections: [Section<Unloadable>] = [Section("Only", Unloadable.only)]

    init(_ run: Run) { fatalError("the chapter was made") }
    func only() {}
}

/// A chapter that gives one name to two numbers.
final class Repeating: Chapter {
    static let number = 6
    static let title = "Twice"
    static let sections: [Section<Repeating>] = [Section("Only", Repeating.only)]

    init(_ run: Run) {}
    func only() {
        record("loss", 0.1)
        record("loss", 0.2)
    }
}

/// Data that do not exist.
struct Origin: DataOrigin {
    var name: String, bookName: String
    var notices: [String] = []
}

/// The smallest figure.
struct Dot: Figure {
    let fileExtension = "svg"
    func fileData() throws -> Data { Data("<svg/>".utf8) }
    func terminal(_ style: TerminalStyle) -> String { style.isPlain ? "o" : "\u{1B}[31m●\u{1B}[0m" }
}

/// A figure that cannot be drawn.
struct Broken: Figure {
    let fileExtension = "png"
    func fileData() throws -> Data { throw Refusal("no pixels") }
    func terminal(_ style: TerminalStyle) -> String { "" }
}

/// Collects what a console prints.
final class Transcript: Sendable {
    private let collected = Mutex("")
    var text: String { collected.withLock { $0 } }
    func append(_ text: String) { collected.withLock { $0 += text } }
    var console: Console { .plain(append) }
}

/// A folder of a test's own, which doesn't exist yet.
func freshFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("notebook-test-\(UUID().uuidString)")
}

func files(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
}
