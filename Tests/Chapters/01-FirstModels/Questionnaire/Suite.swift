import Testing

@Suite struct `1 Questionnaire` {}
