/** First and last names of the people who registered: made up, and of the places where the sample company is. */
export const firstNames =
  'Alice Adam Amina Antoine Arthur Camille Chloé Clara Daniel David Élise Emma Fatou Gabriel Hélène Hugo Ibrahim Inès Jade Jean Julia Karim Laura Léa Léo Lina Louis Lucas Manon Marc Mila Mohamed Nadia Noah Nora Olivier Paul Rania Romain Salma Samuel Sarah Sofia Théo Thomas Yasmine Zoé'.split(
    ' ',
  )
export const lastNames =
  'Arnaud Bernard Blanc Bouchard Brunet Chevalier Côté Dubois Dufour Durand Fabre Faure Fontaine Fortin Gagné Garnier Gauthier Girard Guérin Haddad Lambert Lavoie Leblanc Lefebvre Legrand Lemaire Leroux Marchand Martinez Mercier Meunier Morel Nadeau Nguyen Noël Pelletier Perrin Renard Robin Rousseau Roy Roussel Simon Tessier Traoré Vidal Vincent'.split(
    ' ',
  )
