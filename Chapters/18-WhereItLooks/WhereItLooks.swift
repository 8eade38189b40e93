// # Seeing where a network looks
//
// A net says "cat", and is nearly always right. What in the picture made it say so? This chapter answers with a
// picture: a *class activation map* (CAM) is as large as the last feature map of the net, and says for every place how
// much what is there speaks for the class. Laid over the photo, it shows where the net looks.
//
// To compute it we need numbers from the middle of a net, which its forward pass does not return. For that there are
// *hooks*: functions that a layer calls while it works. Section 18.1 builds them, and the rest of the chapter
// needs them. Because our pictures are generated, we know where the object is. So the chapter does not stop at pretty
// pictures: it measures how often a map points at the object, beside guesses that know nothing, and it plants a false
// clue and finds out whether the map gives it away.
//
// When you are done, close the page and build it once more from memory: a hook, a dot product, a picture. It is less
// than a screen of code.
//
// Run it with `swift run ch18`, run one section with `swift run ch18 --section 3`, and look into a net that has learned
// from real images with `--data DIR`. `--image FILE` shows where that net looks in a picture of yours. With `--predict`
// the program asks you to predict results before it shows them.

import Common
import Datasets
import Figures
import Foundation
import Notebook
import Tensors

/// Chapter 18 of the book.
public final class WhereItLooks: Chapter {
    public static let number = 18
    public static let title = "Seeing where a network looks"
    public static let sections: [Section<WhereItLooks>] = [
        Section(
            "Hooks", WhereItLooks.aFunctionThatTheLayerCalls, WhereItLooks.keepWhatComesOut,
            WhereItLooks.whatAHistoryKeepsAlive, WhereItLooks.forgottenHooks, WhereItLooks.aScopeForAHook,
            WhereItLooks.removedEvenAfterAnError, WhereItLooks.theLeakEnds, WhereItLooks.theEnginesHooks,
            WhereItLooks.watchedTrainings, WhereItLooks.whatWentWrong),
        Section(
            "Class activation maps", WhereItLooks.catsOfOxford, WhereItLooks.fourKindsOfScenes,
            WhereItLooks.trainTheNet, WhereItLooks.insideThePrediction, WhereItLooks.scoresOfPlaces,
            WhereItLooks.usedAndNotTrained, WhereItLooks.backToAPicture, WhereItLooks.mapsAsColours,
            WhereItLooks.whereTheNetLooks, WhereItLooks.addedUp, WhereItLooks.twoBlobs,
            WhereItLooks.whatSoftmaxCannotSee, WhereItLooks.inCommon, WhereItLooks.otherPooling),
        Section(
            "Does the map look at the object?", WhereItLooks.onePeak, WhereItLooks.whereAPlaceLooks,
            WhereItLooks.guessesThatKnowNothing, WhereItLooks.twoInAScene, WhereItLooks.oneOfTwo,
            WhereItLooks.whatItGotWrong),
        Section(
            "Gradient CAM", WhereItLooks.whyNotInnerLayers, WhereItLooks.gradientsPassBy, WhereItLooks.oneNumberOnly,
            WhereItLooks.sameMapTwice, WhereItLooks.keptAxes, WhereItLooks.oneGroupEarlier,
            WhereItLooks.howWellInnerMapsPoint, WhereItLooks.theBooksHead),
        Section(
            "A shortcut unmasked", WhereItLooks.plantAMark, WhereItLooks.accurateForTheWrongReason,
            WhereItLooks.theMapGivesItAway),
        Section(
            "Real pictures, and yours", WhereItLooks.realPictures, WhereItLooks.twoEpochs,
            WhereItLooks.somebodyElsesNet, WhereItLooks.aPictureOfYours),
        Section("Conclusion", WhereItLooks.notAnyMapWillDo, WhereItLooks.whatToRemember),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(3), .usual: .seconds(125), .full: .seconds(1200),
    ]

    let run: Run
    /// Real pictures of two kinds, or scenes in their place.
    let photographs: DataSource<PictureSet>
    /// Photos of pets, of which there are few on most machines.
    let pets: DataSource<PictureSet>
    /// Scenes of four kinds, of which it is known where the object is.
    let scenes: SceneSource

    /// The reader's picture, read before anything long begins.
    let ownPicture: Raster?

    /// The picture that the reader brought along with `--image`.
    @TaskLocal public static var ownPictureFile: URL?

    public static let ownOptions = [
        "--image FILE: a picture of yours, of any size. The chapter shows where its net looks in it (section 18.6)."
    ]

    public init(_ run: Run) throws {
        self.run = run
        ownPicture = try Self.ownPictureFile.map { try readPhoto($0) }
        let (seed, limit) = (run.seed, run.size(quick: 24, usual: 600, full: 5000))
        photographs = try run.data(
            .dataSet("cifar_birds_airplanes") { try .classFolders(in: $0, atMost: limit) },
            .dataSet("oxford-iiit-pet") { try .pets(in: $0, atMost: limit) },
            standIn: "generated scenes", isInBook: false
        ) { try .scenes(atMost: limit, seed: seed) }
        pets = try run.data(
            .dataSet("oxford-iiit-pet") { try .pets(in: $0, atMost: limit) }, standIn: "generated scenes"
        ) { try .scenes(atMost: limit, seed: seed) }
        let train = run.size(quick: 96, usual: 2400, full: 8000)
        let valid = run.size(quick: 48, usual: 400, full: 1000)
        scenes = SceneSource {
            try .generated(train: train, valid: valid, classes: WhereItLooks.kinds, seed: seed)
        }
        run.use(scenes)
    }

    /// Runs the chapter as a program that also understands `--image FILE`. With a picture and no section, it runs the
    /// section that looks at it.
    public static func mainWithPicture() {
        main(withFile: "--image", in: $ownPictureFile, section: 6) { _ = try readPhoto($0) }
    }
}

/// Where real pictures are from, for records beside the book's numbers. Only pets are the book's data.
struct PictureOrigin: DataOrigin {
    let name: String
    let bookName = "oxford-iiit-pet"
    let notices: [String] = []
}

/// Scenes are no makeshift here: the chapter has to know where things are, which nobody has written down for the book's
/// photos. So no data set is looked for.
struct SceneSource: DataOrigin {
    let name = "generated scenes"
    let bookName = "oxford-iiit-pet"
    let notices: [String] = []
    private let generate: @Sendable () throws -> SceneImages
    private let made = Once<SceneImages>()

    init(_ generate: @escaping @Sendable () throws -> SceneImages) { self.generate = generate }

    /// The scenes, painted when they are first asked for.
    var contents: SceneImages { get throws { try made.value { try generate() } } }
}
