// Where the data of sections 1.7 to 1.10 come from: sounds, streets, reviews, people in a table, ratings. Each is
// real if it is on this machine, else generated.

import Common
import Datasets
import Foundation
import Notebook
import Tabular
import Tensors
import Text

/// The data besides the photos of pets.
struct OtherData: Sendable {
    let sounds: DataSource<SpokenDigits>
    let streets: DataSource<StreetFolder>
    let reviews: DataSource<ReviewParts>
    let incomes: DataSource<IncomeTable>
    let ratings: DataSource<Ratings>

    /// Finds out where they will come from; they are read when a section first needs them.
    init(_ run: Run) throws {
        let seed = run.seed
        let takes = run.size(quick: 1, usual: 5)
        sounds = try run.data(
            .dataSet("free_spoken_digits") { try spokenDigits(in: $0) }, standIn: "generated digits",
            isInBook: false
        ) {
            try inTemporaryFolder { folder in
                let place = folder.appending(path: "digits")
                try GeneratedDigitSounds(takes: takes, seed: seed).write(to: place)
                return try SpokenDigits(place)
            }
        }
        let scenes = run.size(quick: 20, usual: 160)
        streets = try run.data(.dataSet("camvid_tiny") { try StreetFolder($0) }, standIn: "generated streets") {
            try StreetFolder(generated: scenes, seed: seed)
        }
        let (count, tests) = (run.size(quick: 60, usual: 1500), run.size(quick: 30, usual: 500))
        reviews = try run.data(
            .dataSet("imdb") { try ReviewParts(folder: $0) }, .dataSet("imdb_subset") { try ReviewParts(folder: $0) },
            standIn: "generated reviews"
        ) {
            ReviewParts(try GeneratedReviews(train: count, test: tests, unlabelled: 0, seed: seed))
        }
        let people = run.size(quick: 600, usual: 12_000)
        incomes = try run.data(
            .dataSet("adult_sample") { try IncomeTable(csv: $0.appending(path: "adult.csv")) },
            standIn: "generated people"
        ) {
            IncomeTable(generated: people, seed: seed)
        }
        ratings = try run.data(
            .dataSet("movie_lens_sample") { try MovieLens.readRatings($0.appending(path: "ratings.csv")) },
            .dataSet(MovieLens.folderName) { busiest(of: try MovieLens.read($0).ratings) }, standIn: "generated ratings"
        ) {
            busiest(of: GeneratedRatings(users: 300, films: 300, ratings: 20_000, seed: seed).ratings)
        }
    }
}

// MARK: Sounds

/// The recordings of a folder, enough of them to hold back some, and to hold back speakers.
/// - Throws: `DatasetError`, which names the folder or the first file that is wrong.
func spokenDigits(in folder: URL) throws -> SpokenDigits {
    let digits = try SpokenDigits(folder)
    let (count, speakers) = (digits.recordings.count, digits.speakers.count)
    guard count >= 10, speakers > 1 else {
        throw DatasetError(
            folder.path,
            "\(counted(count, "recording")) of \(counted(speakers, "speaker")) could be read"
                + (digits.problems.first.map { ". The first problem: \($0)" } ?? ""),
            try: "at least ten recordings, such as 7_theo_3.wav, of at least two speakers")
    }
    return digits
}

// MARK: Reviews

/// Reviews for training and for validation.
struct ReviewParts: Sendable {
    let train: [LabelledText], test: [LabelledText]
    /// What is wrong with files that are no texts, and were passed over.
    let problems: [TextProblem]

    /// - Throws: `TextProblem`, which names the folder that is missing, or in which there is too little.
    init(folder: URL) throws {
        let parts = (
            train: try Self.part("train", of: folder, atMost: 5000),
            test: try Self.part("test", of: folder, atMost: 1000)
        )
        (train, test) = (parts.train.texts, parts.test.texts)
        problems = parts.train.problems + parts.test.problems
    }

    init(_ generated: GeneratedReviews) {
        func part(_ part: GeneratedReviews.Part) -> [LabelledText] {
            generated.reviews(part).map { LabelledText(text: $0.text, label: $0.isPositive ? 1 : 0) }
        }
        (train, test, problems) = (part(.train), part(.test), [])
    }

    /// Texts from all over both folders.
    private static func part(
        _ name: String, of folder: URL, atMost most: Int
    ) throws -> (texts: [LabelledText], problems: [TextProblem]) {
        let (files, classes) = (try textFiles(in: folder, folders: [name]), ["neg", "pos"])
        _ = try folderLabels(of: files, classes: classes)
        let count = min(most, files.count)
        let verified = VerifiedTexts((0..<count).map { files[$0 * files.count / count] })
        try verified.require(10, of: classes, in: folder.appending(path: name))
        let labels = try folderLabels(of: verified.readable)
        let texts = try zip(verified.readable, labels).map { file, label in
            LabelledText(text: try TextFile(file).text, label: label == "pos" ? 1 : 0)
        }
        return (texts, verified.problems)
    }
}

/// A text, and whether it is positive (1) or negative (0).
struct LabelledText: Sendable {
    let text: String, label: Int
}

// MARK: Ratings

/// The ratings that the busiest people gave the most rated films: as many of both as in the book's sample.
func busiest(of ratings: Ratings, people: Int = 100, films: Int = 100) -> Ratings {
    let (users, items) = (Set(mostFrequent(ratings.users, people)), Set(mostFrequent(ratings.items, films)))
    return ratings.rows(
        (0..<ratings.count).filter { users.contains(ratings.users[$0]) && items.contains(ratings.items[$0]) })
}
