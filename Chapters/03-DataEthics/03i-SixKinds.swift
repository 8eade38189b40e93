// # Six kinds of bias
//
// Section 3.3 · After this page you know where in a project bias comes in, and why each kind needs a remedy of its own.

import Figures
import Notebook

// The word *bias* has three meanings in this book. It is a parameter of a layer; in statistics, it is how far an
// estimate is off on average; and here it is that some people are treated unfairly. Harini Suresh and John Guttag ("A
// Framework for Understanding Unintended Consequences of Machine Learning", 2019) tell six kinds apart, by the place
// where they come in: from the world, on the way into the data, in the model, or in its use.
//
// *Historical* bias is there before anybody collects data, and stays even if all is measured perfectly. It is in what
// people do. The economist Sendhil Mullainathan has collected studies from the US (New York Times, 2015). With the same
// file, doctors recommended a catheter of the heart less often for Black patients. When Black people bargained for a
// used car, the first offer was $700 higher. Letters about a flat with a Black name on them got fewer answers. A jury
// without a Black member convicted Black defendants 16 points more often than white ones; one Black juror, and the
// rates were alike. Who trains a model on such decisions gets them back.

// All six are in `kindsOfBias`, each with the place where it comes in, an example, and what more data of the same kind
// would do about it:

/// Suresh and Guttag's kinds of bias.
let kindsOfBias: [(name: String, place: String, example: String, moreData: String)] = [
    ("historical", "the world", "who was given a catheter", "nothing"),
    ("representation", "choosing whom to collect", "photos from a few countries", "helps, from those who are missing"),
    ("measurement", "what stands for what", "a diagnosis for a disease", "nothing"),
    ("aggregation", "one model for all", "one line for two groups", "nothing"),
    ("evaluation", "what it is tested on", "one accuracy for everybody", "helps, in the test"),
    ("deployment", "how it is used", "a risk used as a sentence", "nothing"),
]

extension DataEthics {
    func sixKinds() {
        let table = TextTable(
            ["kind", "where it comes in", "an example", "what more data of the same kind does"],
            rows: kindsOfBias.map { [$0.name, $0.place, $0.example, $0.moreData] })
        show(
            table, "Six kinds of bias",
            predict: .choice(
                "A model learned from decisions of people who were unfair. Does it help to collect ten times as many of their decisions?",
                ["yes", "no"], answer: "no"))
        // Photos are a case of representation. Most of the pictures of ImageNet are from the US and other Western
        // countries (S. Shankar and others, "No Classification without Representation", 2017), and models that learned
        // from them are worse elsewhere. A study of things from households found that all recognizers one could buy
        // took the soap of a poor household for food (T. DeVries and others, 2019). In texts it is the same: a
        // translator that met the Turkish "o", which is he and she alike, chose by profession. And ads for flats, with
        // the same words and a family of another colour in the picture, were shown to different people, although nobody
        // had asked for that (M. Ali and others, 2019).
        //
        // Then there is what happened in 2015, when Google's photo service put the label "gorillas" on a photo of two
        // Black people. Somebody had trained that model, somebody had tested it, and nobody had looked at the errors
        // for people like these two. The first remedy was to take the label away: two years later the service still
        // found no gorillas at all, not even in photos of them (T. Simonite, Wired, 2018). That hides the error, and
        // mends nothing about the model. The next pages look.
    }
}
