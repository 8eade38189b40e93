// `swift run data generate …`: pictures and texts that nobody has to download.

import ArgumentParser
import Common
import Datasets
import Foundation

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract:
            "Writes generated digits, pictures, texts or sales of bulldozers, in the layouts of the book's data sets.",
        discussion: """
            Digits are written as in mnist_sample. Scenes have four layouts: classFolders as in Imagenette, \
            namedFiles as in Oxford-IIIT Pet, labelTable as in PASCAL, and maskedImages as in CamVid. Pets are JPEG \
            files of twelve breeds, named as in Oxford-IIIT Pet; two of the breeds are hard to tell apart. Things are \
            scenes with none to four of PASCAL's twenty things, as JPEG files with a train.csv. Heads are recordings \
            in the layout of BIWI, faces have two tables with 68 places for each. \
            Sales of bulldozers are tables with the 53 columns of the Kaggle competition. Reviews are \
            texts of a small language, in the folders of IMDb; articles are texts of the same language in another \
            style, in one file as WikiText's.
            """)

    /// What can be generated.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case digits, scenes, pets, things, heads, faces, bulldozers, reviews, articles
    }

    @Argument(help: "What to generate.") var what: Kind
    @Option(name: .customLong("to"), help: "A folder that is empty or does not exist yet.") var folder: String
    @Option(help: "Which digits (37).") var digits: String?
    @Option(help: "The layout of scenes (classFolders).") var layout: SceneFiles.Layout?
    @Option(
        parsing: .unconditional,
        help:
            "The shorter side of a scene (64), a pet (128) or a scene with things (96), 32 to 1024 pixels; the width of heads (128)."
    ) var size: Int?
    @Option(
        parsing: .unconditional,
        help:
            "How many for training: images of each digit (6000), scenes in all (5000; 1000 with things), pets of each breed (50), frames of each head (40), faces (480), sales (20000), reviews (2000), articles (1000)."
    )
    var train: Int?
    @Option(
        parsing: .unconditional, help: "Validation images: of each digit, or scenes in all (1000). Reviews (1000).")
    var valid: Int?
    @Option(parsing: .unconditional, help: "The same seed gives the same files.") var seed: UInt64 = 42

    func validate() throws {
        if what != .digits, digits != nil { throw ValidationError("--digits is for digits only.") }
        if [.digits, .faces, .bulldozers, .reviews, .articles].contains(what), size != nil {
            throw ValidationError("--size is for scenes, pets, things and heads only.")
        }
        if what != .scenes, layout != nil { throw ValidationError("--layout is for scenes only.") }
        if [.pets, .heads, .articles].contains(what), valid != nil {
            throw ValidationError("--valid is not for \(what.rawValue): they are one set.")
        }
        if what == .bulldozers, valid != nil {
            throw ValidationError("--valid is not for sales: they are one table, divided by time.")
        }
        if what == .bulldozers, train ?? 100 < 100 { throw ValidationError("--train takes at least 100 sales.") }
        let digits = digits ?? "37"
        guard !digits.isEmpty, digits.allSatisfy({ "0123456789".contains($0) }) else {
            throw ValidationError("--digits takes some of 0123456789, like 37.")
        }
        // More would not fit into memory, and nobody could wait for it.
        let most = what == .bulldozers ? 1_000_000 : 100_000
        guard 1...most ~= train ?? 1, 1...most ~= valid ?? 1 else {
            throw ValidationError("--train and --valid take numbers from 1 to \(most).")
        }
    }

    func run() throws {
        let target = try targetFolder(folder)
        switch what {
        case .digits:
            let images = DigitImages.generated(
                digits: (digits ?? "37").compactMap(\.wholeNumberValue), train: train ?? 6000, valid: valid ?? 1000,
                seed: seed)
            try images.write(to: target)
            say("\(images.train.count) + \(images.valid.count) generated digits in \(folder)")
        case .scenes:
            let files = try SceneFiles(
                layout ?? .classFolders, train: train ?? 5000, valid: valid ?? 1000, size: size ?? 64,
                seed: seed)
            try files.write(to: target)
            say("\(files.train) + \(files.valid) generated scenes in \(folder)")
        case .pets:
            let files = try PetFiles(perBreed: train ?? 50, size: size ?? 128, seed: seed)
            try files.write(to: target)
            say("\(files.count) generated pets in \(folder)")
        case .things:
            let files = try ThingFiles(train: train ?? 1000, valid: valid ?? 1000, size: size ?? 96, seed: seed)
            try files.write(to: target)
            say("\(files.train) + \(files.valid) generated scenes with things in \(folder)")
        case .heads:
            let heads = try GeneratedHeads(frames: train ?? 40, width: size ?? 128, seed: seed)
            try heads.write(to: target)
            say("\(GeneratedHeads.recordings) recordings of \(counted(heads.frames, "frame")) in \(folder)")
        case .faces:
            let faces = try GeneratedFaces(training: train ?? 480, test: valid ?? 120, seed: seed)
            try faces.write(to: target)
            say("\(faces.training) + \(faces.test) generated faces in \(folder)")
        case .bulldozers:
            let sales = GeneratedBulldozers(rows: train ?? 20_000, seed: seed)
            try sales.write(to: target)
            say("\(sales.rows) + \(sales.testRows) generated sales in \(folder)")
        case .reviews:
            let reviews = try GeneratedReviews(
                train: train ?? 2000, test: valid ?? 1000, unlabelled: train ?? 2000, seed: seed)
            try reviews.write(to: target)
            say(
                "\(reviews.train) + \(reviews.test) generated reviews with labels, \(reviews.unlabelled) without, in \(folder)"
            )
        case .articles:
            let articles = try GeneratedArticles(count: train ?? 1000, seed: seed)
            try articles.write(to: target)
            say("\(articles.count) generated articles in \(folder)")
        }
    }
}

extension SceneFiles.Layout: ExpressibleByArgument {}
