// `swift run ch02 --serve` and `swift run ch02 --load`.

import Common
import Datasets
import Dispatch
import Figures
import Foundation
import Notebook
import Synchronization
import Vision

/// How the application was asked for.
struct ServeOptions {
    var host = "127.0.0.1", port = 8002
    var model: URL?, digits: URL?, kept = URL(filePath: "Output/ch02")
    var isQuick = false, isChild = false
    var requests = 1000, atOnce = 32

    /// - Throws: `Refusal` for an option that is not known, or without a value.
    init(_ arguments: [String]) throws {
        var rest = arguments.flatMap { word -> [String] in
            let parts = word.hasPrefix("--") ? word.split(separator: "=", maxSplits: 1).map(String.init) : [word]
            return parts
        }[...]
        func value(_ option: String) throws -> String {
            guard let value = rest.popFirst() else { throw Refusal("\(option): a value belongs behind it") }
            return value
        }
        func number(_ option: String, _ range: ClosedRange<Int>) throws -> Int {
            let text = try value(option)
            guard let number = Int(text), range.contains(number) else {
                throw Refusal(
                    "\(option) \(text): a whole number from \(range.lowerBound) to \(range.upperBound) is needed")
            }
            return number
        }
        while let option = rest.popFirst() {
            switch option {
            case "--host":
                host = try value(option)
                // Said now, and not after nets were trained.
                guard isAddress(host) else {
                    throw Refusal("--host \(host): name an address in numbers, such as 127.0.0.1")
                }
            case "--port": port = try number(option, 0...65_535)
            case "--model": model = URL(filePath: try value(option))
            case "--digits": digits = URL(filePath: try value(option))
            case "--out": kept = URL(filePath: try value(option))
            case "--requests": requests = try number(option, 1...1_000_000)
            case "--at-once": atOnce = try number(option, 1...256)
            case "--quick": isQuick = true
            case "--child": isChild = true
            default: throw Refusal("\(option) is not an option of --serve or --load; --help lists them")
            }
        }
    }
}

/// Whether a text is an address of the internet in numbers, of version 4 or 6.
private func isAddress(_ text: String) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16)
    return inet_pton(AF_INET, text, &bytes) == 1 || inet_pton(AF_INET6, text, &bytes) == 1
}

extension ModelToProduction {
    static let appTools = [
        Tool(
            option: "--serve",
            help: """
                --serve: the application in a browser, at http://127.0.0.1:8002 (--port N, --host ADDRESS, --model FILE, \
                --digits FILE). Its nets are trained at the first start and kept in Output/ch02 (section 2.5).
                """
        ) { try serve(ServeOptions($0)) },
        Tool(
            option: "--load",
            help:
                "--load: 1,000 requests to the application at --port, 32 at a time (--requests N, --at-once N; section 2.5)"
        ) { try load(ServeOptions($0)) },
    ]

    /// Serves until it is told to stop.
    static func serve(_ options: ServeOptions) throws {
        beginProgram()
        let (photos, digits) = try nets(options)
        let isLoopback = options.host == "127.0.0.1" || options.host == "::1"
        let app = PhotoApp(
            photos: photos, digits: digits,
            hostNames: isLoopback ? ["localhost", "127.0.0.1", "[::1]"] : nil)
        let (ending, signals) = endingSignals(watchingParent: options.isChild)
        defer { signals.forEach { $0.cancel() } }
        allowManyConnections()
        let outcome = Outcome()
        Task {
            do {
                let server = try await AppServer(app, host: options.host, port: options.port)
                let place = options.host.contains(":") ? "[\(options.host)]" : options.host
                say("listening at http://\(place):\(server.port) (process \(getpid())); Ctrl-C ends it")
                for await _ in ending { break }
                await server.stop()
                outcome.end("")
            } catch { outcome.end(sentence(for: error)) }
        }
        let problem = outcome.wait()
        if !problem.isEmpty { throw Refusal(problem) }
    }

    /// The nets in files, or those that were kept, or else new ones, which are kept.
    private static func nets(_ options: ServeOptions) throws -> (photos: PhotoNet, digits: PhotoNet?) {
        if let model = options.model { return (try PhotoNet(model), try options.digits.map { try PhotoNet($0) }) }
        let suffix = options.isQuick ? "-quick" : ""
        let (bears, digits, note) = (
            options.kept.appending(path: "bears\(suffix).model"),
            options.kept.appending(path: "digits\(suffix).model"), options.kept.appending(path: "nets\(suffix).txt")
        )
        let (data, before) = (try dataOfNets(), try? String(contentsOf: note, encoding: .utf8))
        if before == data, let kept = try? (PhotoNet(bears), PhotoNet(digits)) {
            say("the nets are those of an earlier start, in \(options.kept.path), trained on \(data)")
            return kept
        }
        if let before, before != data { say("the nets in \(options.kept.path) were trained on \(before)") }
        say("training the two nets of the application on \(data); next time they are here already …")
        var run = RunOptions()
        run.size = options.isQuick ? .quick : .usual
        try makeFolder(options.kept)
        try AppTraining.$files.withValue([bears, digits]) { _ = try Run.capture(AppTraining.self, options: run) }
        try writeWhole(Data(data.utf8), to: note)
        return (try PhotoNet(bears), try PhotoNet(digits))
    }

    /// Which data the nets of the application would be trained on, in words that are others for other data.
    private static func dataOfNets() throws -> String {
        let locator = DataLocator()
        let (bears, digits) = (try locator.find("bears").found?.folder, try locator.find("mnist").found?.folder)
        let photos = try bears.map { "\(try photoFiles(in: $0).count) photos in \($0.path)" } ?? "generated bears"
        return "\(photos), and \(digits.map { "the digits in \($0.path)" } ?? "generated digits")"
    }

    /// Sends a load to the application that is running already.
    static func load(_ options: ServeOptions) throws {
        beginProgram()
        let picture = try smallPicture().pngData()
        say("\(options.requests) photos of 64 × 64 pixels to port \(options.port), \(options.atOnce) at a time …")
        let result = try LoadTest(requests: options.requests, atOnce: options.atOnce).run(
            on: options.port, photo: picture)
        func text(_ share: Double) -> String { fixed(result.milliseconds(until: share), 1) + " ms" }
        say(
            """
            answered \(result.times.count), lost \(result.lost), \(fixed(result.perSecond, 1)) a second
            median \(text(0.5)), 95 of 100 within \(text(0.95)), 99 within \(text(0.99)), all within \(text(1))
            predicted together: at most \(result.largestBatch)
            memory of the server: \(result.memory.map { "\(readable(bytes: $0.lowerBound)) to \(readable(bytes: $0.upperBound))" } ?? "unknown")
            """)
    }
}

/// A picture of 64 × 64 pixels: the time of a net does not depend on what it shows.
private func smallPicture() -> Raster {
    var pixels: [UInt8] = []
    for place in 0..<64 * 64 {
        pixels += [UInt8(place % 64 * 4), UInt8(place / 64 * 4), UInt8(place % 7 * 30)]
    }
    return Raster(width: 64, height: 64, channels: 3, pixels: pixels)
}

/// A line for whoever started the program, at once, also when nobody watches.
private func say(_ text: String) {
    print(text)
    fflush(nil)
}

/// Trains the nets of the application as the chapter does.
final class AppTraining: Chapter {
    static let number = 2
    static let title = "The nets of the application"
    static let isTool = true
    static let sections: [Section<AppTraining>] = [.init("Training", AppTraining.train)]
    /// Where they are written: bears, then digits.
    @TaskLocal static var files: [URL] = []
    private let chapter: ModelToProduction

    init(_ run: Run) throws { chapter = try ModelToProduction(run) }

    func train() throws {
        try chapter.trained.model.export(to: Self.files[0])
        try chapter.trainedDigits.model.export(to: Self.files[1])
    }
}
