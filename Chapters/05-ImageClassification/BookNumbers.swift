// What the book prints of its pets, for the tables that set ours beside it.

/// Names and numbers of chapter 5.
enum BookPets {
    /// All 37 breeds, in no order: the page sorts them.
    static let breeds = [
        "american_bulldog", "american_pit_bull_terrier", "basset_hound", "beagle", "boxer", "chihuahua",
        "english_cocker_spaniel", "english_setter", "german_shorthaired", "great_pyrenees", "havanese",
        "japanese_chin", "keeshond", "leonberger", "miniature_pinscher", "newfoundland", "pomeranian", "pug",
        "saint_bernard", "samoyed", "scottish_terrier", "shiba_inu", "staffordshire_bull_terrier", "wheaten_terrier",
        "yorkshire_terrier", "Abyssinian", "Bengal", "Birman", "Bombay", "British_Shorthair", "Egyptian_Mau",
        "Maine_Coon", "Persian", "Ragdoll", "Russian_Blue", "Siamese", "Sphynx",
    ]
    /// How many photos there are, and how many of them are judged by.
    static let photos = 7390, valid = 1478
    /// The first training: loss in training, in validation, and error rate, the epoch of the head alone first.
    static let firstTraining: [(train: Double, valid: Double, error: Double)] = [
        (1.491732, 0.337355, 0.108254), (0.503154, 0.293404, 0.096076), (0.314759, 0.225316, 0.066306),
    ]
}
