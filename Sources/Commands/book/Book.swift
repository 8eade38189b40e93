// `swift run book`: the woven book. See Sources/Book/Weaving.

import ArgumentParser
import Board
import Common
import Foundation
import Weaving

@main
struct Book: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the chapters and weaves them into a site and notebooks.",
        subcommands: [Weave.self, Serve.self, Post.self], defaultSubcommand: Weave.self)

    static func main() {
        beginProgram()
        main(nil)
    }
}

struct Weave: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Weaves all chapters, or those that are named.")

    @Argument(help: "Chapters, such as ch04. Others stay in the book as they last ran.") var chapters: [String] = []

    @Option(help: ArgumentHelp("The folder that holds data sets.", valueName: "DIR")) var data: String?

    @Option(help: ArgumentHelp("The seed of all randomness.", valueName: "N")) var seed: UInt64?

    @Flag(help: "The book's own sizes and epochs, however long they take.") var full = false

    @Flag(help: "Sizes of a minute or two, to look at the pages.") var quick = false

    @Option(help: ArgumentHelp("The folder of the book.", valueName: "DIR")) var out = "Output/book"

    @Option(help: ArgumentHelp("The path that the site will have on its server.", valueName: "PATH")) var basePath = "/"

    func validate() throws {
        for (option, value) in [("--data", data), ("--out", out), ("--base-path", basePath)] {
            try refuseEmpty(value, option)
        }
        if let data, !isFolder(url(data)) { throw ValidationError("--data \(data): there is no such folder") }
        if quick, full {
            throw ValidationError("--quick asks for the smallest size and --full for the largest; use one")
        }
    }

    func run() throws {
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        var options: [String] = []
        if let data { options += ["--data", url(data).path] }
        if let seed { options += ["--seed", "\(seed)"] }
        if full { options.append("--full") }
        if quick { options.append("--quick") }
        do {
            let binder = Bookbinder(
                root: try Curriculum.findRoot(from: here), out: url(out), programs: Bundle.main.bundleURL,
                options: options, basePath: basePath, say: say)
            try binder.bind(chapters)
        } catch {
            warn("book: \(sentence(for: error))")
            throw ExitCode.failure
        }
    }
}

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows the site on this machine.")

    @Option(help: ArgumentHelp("The folder of the book.", valueName: "DIR")) var out = "Output/book"

    @Option(help: "Where to listen.") var port: UInt16 = 8080

    func validate() throws { try refuseEmpty(out, "--out") }

    func run() throws {
        let site = url(out).appending(path: "site")
        try takeBack(site)
        guard isFolder(site) else {
            throw ValidationError("there is no site in \(out) yet; `make book` builds it")
        }
        let server = try SiteServer(site, port: port)
        say("The book is at http://127.0.0.1:\(server.port)/ until you press Ctrl-C.")
        server.serve()
    }
}

struct Post: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a blog post of a chapter: Markdown in _posts, its pictures in images.")

    @Argument(help: "A chapter, such as ch04. It runs if it has not run for the book yet.") var chapter: String

    @Option(help: ArgumentHelp("The folder of the blog.", valueName: "DIR")) var blog = "Output/blog"

    @Option(help: ArgumentHelp("The date in the post's name; today if there is none.", valueName: "YYYY-MM-DD"))
    var date: String?

    @Option(help: ArgumentHelp("The folder of the book.", valueName: "DIR")) var out = "Output/book"

    func validate() throws {
        for (option, value) in [("--blog", blog), ("--out", out)] { try refuseEmpty(value, option) }
        if let date, PostDay(date) == nil {
            throw ValidationError("--date \(date): this is no date that exists, written as 2026-11-28")
        }
    }

    func run() throws {
        do {
            let here = URL(filePath: FileManager.default.currentDirectoryPath)
            let binder = Bookbinder(
                root: try Curriculum.findRoot(from: here), out: url(out), programs: Bundle.main.bundleURL, say: say)
            let day = date.flatMap { PostDay($0) } ?? .today()
            say("the post is \(try binder.writePost(of: chapter, into: url(blog), on: day).path)")
        } catch {
            warn("book: \(sentence(for: error))")
            throw ExitCode.failure
        }
    }
}

private func refuseEmpty(_ value: String?, _ option: String) throws {
    if value?.isEmpty == true { throw ValidationError("\(option) \"\": the name is empty") }
}

private func url(_ path: String) -> URL {
    URL(fileURLWithPath: (path as NSString).expandingTildeInPath).standardizedFileURL
}
